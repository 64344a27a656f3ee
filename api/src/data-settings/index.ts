/** What a project chose its data plane to show. */
export { routes } from "./http.ts";

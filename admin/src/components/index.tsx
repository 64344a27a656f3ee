/** The console's pages, put in the place of AdminJS's own frame. */
import "./styles/theme.css";
import "./styles/base.css";
import "./styles/shell.css";
import "./styles/list.css";
import "./styles/forms.css";
import "./styles/pages.css";
import "./styles/cases.css";
import "./styles/charts.css";
import "./styles/search.css";
import "./styles/schema.css";
import "./styles/break-glass.css";
import type { ReactElement } from "react";
import { Shell } from "./shell.tsx";
import { applyStoredTheme } from "./theme-switch.tsx";

interface AdminJs {
  UserComponents: Record<string, () => ReactElement>;
  readonly Application: ReactElement;
}
const page = window as unknown as { readonly AdminJS: AdminJs; createRoot(at: Element): { render(what: ReactElement): void } };

applyStoredTheme();
page.AdminJS.UserComponents = { Application: Shell };
const at = document.getElementById("app");
if (at) page.createRoot(at).render(page.AdminJS.Application);

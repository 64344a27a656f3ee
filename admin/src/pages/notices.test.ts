import { expect, test } from "@jest/globals";
import { template } from "@nextmavens/api/notices";
import { notices } from "./notices.ts";

test("each notice is shown as it reads, with the parts that go the ways it goes", () => {
  const write = () => ({ subject: "Look here", body: "At <this>." });
  template({ name: "shown_to_staff", about: "Something is up.", goesTo: "staff", example: { secretive: true }, write });
  const shown = notices();
  expect(shown.find(({ name }) => name === "shown_to_staff")).toEqual({
    name: "shown_to_staff",
    about: "Something is up.",
    goesTo: "staff",
    subject: "Look here",
    text: "At <this>.",
  });
  const owners = shown.find(({ name }) => name === "webhook_disabled");
  expect(owners).toMatchObject({
    goesTo: "owner",
    html: expect.stringContaining("<p "),
    data: expect.stringContaining('"because": "failing"'),
  });
});

import { describe, expect, test } from "@jest/globals";
import "../entry/features.ts";
import { everyTemplate, htmlOf, template } from "./index.ts";

describe("every template", () => {
  test("is known by one name, and says something to somebody", () => {
    const templates = everyTemplate();
    const names = templates.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of [
      "project_suspended",
      "suspension_lifted",
      "appeal_decided",
      "webhook_disabled",
      "quota_warning",
      "verify-email",
      "project_detection",
      "override_requested",
    ])
      expect(names).toContain(name);
    for (const { name, about, example } of templates) {
      expect(example.template).toBe(name);
      expect(about).toMatch(/^[A-Z].*\.$/);
      expect(example.subject).toMatch(/^\S.{3,200}$/);
      expect(`${example.subject}${example.body}`).not.toMatch(/undefined|\[object|NaN|null/);
      expect(htmlOf(example.body)).toContain("<p ");
    }
  });

  test("has a subject of one line, whatever stands in a name", () => {
    const say = template<{ name: string }>({
      name: "test_of_lines",
      about: "It is tried.",
      goesTo: "owner",
      example: { name: "x" },
      write: ({ name }) => ({ subject: `About ${name}`, body: name }),
    });
    expect(say({ name: "one\r\nBcc: everybody@example.com" }).subject).toBe("About one Bcc: everybody@example.com");
    expect(() =>
      template({ name: "test_of_lines", about: "", goesTo: "owner", example: {}, write: () => ({ subject: "", body: "" }) }),
    ).toThrow();
  });
});

describe("the HTML part of a mail", () => {
  test("says what the text says, and nothing of it but as text", () => {
    const html = htmlOf(`Your project <img src=x onerror="alert('1')"> & more\n\nSecond paragraph`);
    expect(html).toContain("Your project &lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt; &amp; more</p>");
    expect(html.match(/<p /g)).toHaveLength(2);
    expect(html).not.toContain("<img");
  });

  test("makes addresses links, without the full stop behind them, and only web addresses", () => {
    const html = htmlOf('See https://example.com/a?b=1&c=2. Not javascript:alert(1), nor http://x"onclick=1');
    expect(html).toContain('<a href="https://example.com/a?b=1&amp;c=2">https://example.com/a?b=1&amp;c=2</a>. Not');
    expect(html.match(/<a /g)).toHaveLength(2);
    expect(html).not.toMatch(/<a [^>]*onclick/);
    expect(html).toContain("javascript:alert(1)");
  });
});

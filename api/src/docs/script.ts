/** Lets code be copied with a button. */
export const copyScript = `
for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) break;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(button.closest("figure").querySelector("pre").innerText);
    button.textContent = "Copied";
    setTimeout(() => { button.textContent = "Copy"; }, 1500);
  });
}
`;

/** Finds operations by any of their words, and shows in the contents which one is being read. */
export const referenceScript = `${copyScript}
const contents = document.querySelector(".side details");
if (matchMedia("(max-width: 56rem)").matches) contents.open = false;
contents.addEventListener("click", (event) => {
  if (event.target.closest("a") && matchMedia("(max-width: 56rem)").matches) contents.open = false;
});
const items = [...contents.querySelectorAll("[data-words]")];
const find = contents.querySelector("input");
find.addEventListener("input", () => {
  const words = find.value.toLowerCase().split(/\\s+/).filter(Boolean);
  for (const item of items) item.hidden = !words.every((word) => item.dataset.words.includes(word));
  for (const group of contents.querySelectorAll("nav > div")) group.hidden = !group.querySelector("li:not([hidden])");
});
addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.target.closest("input")) return;
  event.preventDefault();
  contents.open = true;
  find.focus();
});
const links = new Map([...contents.querySelectorAll("a")].map((link) => [link.hash.slice(1), link]));
const seen = new Set();
const watcher = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) isIntersecting ? seen.add(target) : seen.delete(target);
  const [first] = [...seen].sort((a, b) => a.offsetTop - b.offsetTop);
  if (!first) return;
  for (const link of links.values()) link.removeAttribute("aria-current");
  const current = links.get(first.id);
  current.setAttribute("aria-current", "true");
  const side = document.querySelector(".side");
  const { top, bottom } = current.getBoundingClientRect();
  if (side.scrollHeight > side.clientHeight && (top < 80 || bottom > innerHeight - 20)) side.scrollTop += top - innerHeight / 2;
}, { rootMargin: "-80px 0px -60% 0px" });
for (const id of links.keys()) { const part = document.getElementById(id); if (part) watcher.observe(part); }
`;

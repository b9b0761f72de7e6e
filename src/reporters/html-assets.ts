/** How the page looks: the system's own fonts, light and dark as the reader has it, readable in print. */
export const style = `
:root { color-scheme: light dark; --ink: #1d2126; --faint: #5c6670; --line: #d9dee3; --paper: #fff; --panel: #f5f7f9;
  --error: #b3261e; --warn: #8a5a00; --info: #1f5fa8; --mark: #ffe9a8; }
@media (prefers-color-scheme: dark) { :root { --ink: #e4e7ea; --faint: #9aa4ae; --line: #353c43; --paper: #15181b;
  --panel: #1e2226; --error: #ff8a80; --warn: #f2b84b; --info: #7db7ff; --mark: #5a4a12; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 76rem; padding: 1.5rem 1rem 4rem; font: 16px/1.5 system-ui, sans-serif; color: var(--ink);
  background: var(--paper); }
h1 { margin: 0; font-size: 1.4rem; }
h2 { margin: 2rem 0 .4rem; font: 600 1rem/1.4 ui-monospace, monospace; overflow-wrap: anywhere; }
a { color: inherit; }
.gate { font-weight: 600; }
.failed { color: var(--error); }
form { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center;
  margin: 1rem 0; padding: .6rem 0; background: var(--paper); border-bottom: 1px solid var(--line); }
input[type=search] { flex: 1 1 16rem; } input[type=search], select { font: inherit; padding: .3rem .5rem; max-width: 100%; }
table { border-collapse: collapse; } td, th { padding: .15rem 1rem .15rem 0; text-align: left; vertical-align: top; }
td:last-child, th:last-child { text-align: right; }
section { content-visibility: auto; contain-intrinsic-size: auto 12rem; }
ol { margin: 0; padding: 0; list-style: none; border-top: 1px solid var(--line); }
li.finding { padding: .6rem 0; border-bottom: 1px solid var(--line); }
li.finding > p { margin: 0; overflow-wrap: anywhere; }
.place, .rule { font-family: ui-monospace, monospace; font-size: .875rem; color: var(--faint); }
.place { display: inline-block; min-width: 5rem; }
.severity { display: inline-block; min-width: 4.5rem; font-weight: 600; }
.error { color: var(--error); } .warn { color: var(--warn); } .info { color: var(--info); }
pre { margin: .4rem 0 0; padding: .4rem .6rem; background: var(--panel); font: .875rem/1.5 ui-monospace, monospace;
  white-space: pre-wrap; overflow-wrap: anywhere; }
mark { background: var(--mark); color: inherit; }
.note { margin: .3rem 0 0; font-size: .9rem; color: var(--faint); overflow-wrap: anywhere; }
[hidden] { display: none !important; }
@media print { form { display: none; } }
`;

/** Shows the findings that a reader asks for. It reads nothing but what the page has. */
export const script = `
const form = document.querySelector("form");
const shown = document.querySelector("output");
const documents = [...document.querySelectorAll("section")].map((section) => ({
  section,
  findings: [...section.querySelectorAll("li.finding")].map((item) => ({
    item,
    rule: item.dataset.rule,
    severity: item.dataset.severity,
    text: (section.dataset.path + " " + item.textContent).toLowerCase(),
  })),
}));
const filter = () => {
  const words = form.elements.words.value.toLowerCase().split(/\\s+/).filter(Boolean);
  const rule = form.elements.rule.value;
  let count = 0;
  for (const { section, findings } of documents) {
    let left = 0;
    for (const { item, text, ...own } of findings) {
      const box = form.elements[own.severity];
      const fits = box.checked && (rule === "" || rule === own.rule) && words.every((word) => text.includes(word));
      item.hidden = !fits;
      if (fits) left++;
    }
    section.hidden = left === 0;
    count += left;
  }
  shown.textContent = count.toLocaleString("en-US") + " shown";
};
form.hidden = false;
form.addEventListener("input", filter);
form.addEventListener("submit", (event) => event.preventDefault());
for (const button of document.querySelectorAll("button[data-rule]"))
  button.addEventListener("click", () => {
    form.elements.rule.value = button.dataset.rule;
    filter();
    form.scrollIntoView();
  });
filter();
`;

/** SHA-256 of the script: the page lets no other one run. */
export const scriptHash = "sha256-xaACIwBBI0lYoWWmlBm5Dds4tBzN14Gkf4UeP5div9w=";

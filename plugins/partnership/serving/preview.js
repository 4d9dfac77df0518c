// The preview's part of every page: reloads after a build, shows problems over the page, tells where the page is edited.
// It is added by the preview server only; the published site has nothing of it.

const texts = {
  pl: { title: "Strona pokazuje ostatnią poprawną wersję", close: "Zamknij", edit: "edytuj", warnings: "Ostrzeżenia" },
  en: { title: "The page shows the last correct version", close: "Close", edit: "edit", warnings: "Warnings" },
};
const say = texts[document.documentElement.lang.startsWith("en") ? "en" : "pl"];
let version = null;
let overlay = null;

function element(name, text, className) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  if (className) made.className = className;
  return made;
}

function show(problems) {
  overlay?.remove();
  overlay = null;
  const errors = problems.filter((problem) => problem.severity === "error");
  if (!errors.length) return;
  overlay = element("section", "", "preview-overlay");
  overlay.setAttribute("role", "alert");
  overlay.append(element("h2", say.title));
  const list = element("ol");
  for (const problem of errors) {
    const item = element("li");
    item.append(element("code", problem.place), element("p", problem.message), element("p", problem.hint, "preview-hint"));
    list.append(item);
  }
  const close = element("button", say.close);
  close.type = "button";
  close.addEventListener("click", () => overlay.remove());
  overlay.append(list, close);
  document.body.append(overlay);
}

function receive(state) {
  const hasErrors = state.problems.some((problem) => problem.severity === "error");
  if (version !== null && state.version !== version && !hasErrors) {
    location.reload();
    return;
  }
  version = state.version;
  show(state.problems);
}

async function tellSource() {
  const answer = await fetch(`/__preview/source?${encodeURIComponent(location.pathname)}`);
  const { source } = await answer.json();
  if (!source) return;
  const label = element("p", "", "preview-source");
  label.append(`${say.edit}: `, element("code", source));
  document.body.append(label);
}

const events = new EventSource("/__preview/events");
events.addEventListener("message", (event) => receive(JSON.parse(event.data)));
tellSource();

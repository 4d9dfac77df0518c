// The preview's part of every page: reloads after a build, shows problems over the page, tells where the page is edited
// and what the public does not see. It is added by the preview server only; the published site has nothing of it.

let texts = {};
let version = null;
let overlay = null;
let bar = null;
let closed = "";

function element(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

function editorLink(file, label) {
  // Opened by Visual Studio Code; any other program finds the file by its name.
  const link = element("a", "preview-file", label);
  link.href = `vscode://file${encodeURI(file)}`;
  return link;
}

function problemItem(problem) {
  const item = element("li", `preview-${problem.severity}`);
  item.append(editorLink(problem.file, problem.place), element("p", "preview-message", problem.message));
  if (problem.excerpt.length) item.append(element("pre", "preview-excerpt", problem.excerpt.join("\n")));
  if (problem.hint) item.append(element("p", "preview-hint", problem.hint));
  return item;
}

function showErrors(problems) {
  const errors = problems.filter((problem) => problem.severity === "error");
  const kept = JSON.stringify(errors);
  if (overlay?.dataset.kept === kept || (errors.length && closed === kept)) return;
  overlay?.remove();
  overlay = null;
  if (!errors.length) return;
  overlay = element("section", "preview-overlay");
  overlay.dataset.kept = kept;
  overlay.setAttribute("role", "alert");
  const list = element("ol");
  list.append(...errors.map(problemItem));
  const close = element("button", "", texts.close);
  close.type = "button";
  close.addEventListener("click", () => {
    closed = kept;
    overlay.remove();
    overlay = null;
  });
  overlay.append(element("h2", "", texts.title), list, close);
  document.body.append(overlay);
}

function markWord(mark) {
  return texts[mark.kind].replace("{day}", mark.day);
}

function showMarks(marks) {
  for (const old of document.querySelectorAll(".preview-mark")) old.remove();
  const own = marks[location.pathname];
  if (own) document.querySelector("h1")?.before(element("p", `preview-mark preview-mark-${own.kind}`, markWord(own)));
  for (const link of document.querySelectorAll("main a[href]")) {
    const mark = link.origin === location.origin && link.pathname !== location.pathname && marks[link.pathname];
    if (mark) link.after(element("span", `preview-mark preview-mark-${mark.kind}`, markWord(mark)));
  }
}

function showWarnings(problems) {
  bar.querySelector("details")?.remove();
  const warnings = problems.filter((problem) => problem.severity === "warning");
  if (!warnings.length) return;
  const details = element("details");
  const list = element("ul");
  list.append(...warnings.map(problemItem));
  details.append(element("summary", "", texts.warnings.replace("{count}", warnings.length)), list);
  bar.append(details);
}

async function showOrigin() {
  const answer = await fetch(`/__preview/source?${encodeURIComponent(location.pathname)}`);
  const origin = await answer.json();
  const label = element("p");
  if (origin.file) label.append(`${texts.edit}: `, editorLink(origin.file, origin.place));
  else label.append(texts.made);
  bar.prepend(label);
}

function receive(state) {
  const first = version === null;
  const hasErrors = state.problems.some((problem) => problem.severity === "error");
  if (!first && state.version !== version && !hasErrors) {
    location.reload();
    return;
  }
  version = state.version;
  texts = state.texts;
  if (!bar) {
    bar = element("aside", "preview-bar");
    bar.setAttribute("aria-label", texts.edit);
    document.body.append(bar);
    showOrigin().catch(() => {});
  }
  bar.classList.remove("preview-lost");
  showErrors(state.problems);
  showWarnings(state.problems);
  showMarks(state.marks);
}

function lose() {
  if (!bar) return;
  bar.classList.add("preview-lost");
  bar.dataset.lost = texts.lost;
}

function listen() {
  if (window.SharedWorker) {
    const { port } = new SharedWorker("/__preview/preview-worker.js");
    port.addEventListener("message", ({ data }) => (data.lost ? lose() : receive(data.state)));
    port.start();
    return;
  }
  const events = new EventSource("/__preview/events");
  events.addEventListener("message", (event) => receive(JSON.parse(event.data)));
  events.addEventListener("error", lose);
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") overlay?.querySelector("button").click();
});
listen();

// A sentence that must not be missed, over everything else on the page.

/** Show `text` under `title` until the reader closes it. */
export const tell = (title, text, close) => {
  document.querySelector("dialog.site-notice")?.remove();
  const dialog = document.createElement("dialog");
  dialog.className = "site-notice";
  const heading = document.createElement("h2");
  heading.textContent = title;
  const sentence = document.createElement("p");
  sentence.textContent = text;
  const button = document.createElement("button");
  button.textContent = close;
  button.addEventListener("click", () => dialog.remove());
  dialog.append(heading, sentence, button);
  document.body.append(dialog);
  dialog.showModal();
};

// A sentence that must not be missed, over everything else on the page.

/** Show `text` under `title` until the reader closes it. */
export const tell = (title, text, close) => {
  show({ title, text, answers: [{ label: close, said: true }] });
};

/**
 * Ask under `title` whether to go on, with what is at stake in `lines`; resolves to true where the answer is `yes`.
 * The first answer, which the keyboard stands on, is the one that changes nothing.
 */
export const ask = ({ title, text, lines, yes, no }) => new Promise((answer) => {
  show({ title, text, lines, answers: [{ label: no, said: false }, { label: yes, said: true }], answer });
});

const show = ({ title, text, lines = [], answers, answer = () => {} }) => {
  document.querySelector("dialog.site-notice")?.remove();
  const dialog = document.createElement("dialog");
  dialog.className = "site-notice";
  const heading = document.createElement("h2");
  heading.id = "site-notice-title";
  heading.textContent = title;
  dialog.setAttribute("aria-labelledby", heading.id);
  const sentence = document.createElement("p");
  sentence.textContent = text;
  const list = document.createElement("ul");
  list.append(...lines.map((line) => Object.assign(document.createElement("li"), { textContent: line })));
  const end = (said) => {
    dialog.remove();
    answer(said);
  };
  const buttons = answers.map(({ label, said }) => {
    const button = Object.assign(document.createElement("button"), { textContent: label });
    button.addEventListener("click", () => end(said));
    return button;
  });
  dialog.addEventListener("cancel", () => end(false));
  dialog.append(heading, sentence, ...(lines.length ? [list] : []), ...buttons);
  document.body.append(dialog);
  dialog.showModal();
};

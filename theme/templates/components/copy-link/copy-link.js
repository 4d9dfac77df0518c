/**
 * Copies the page's address, choices in it included. Without this script, or without a clipboard, there is no button.
 *
 * Attaches to every [data-module="copy-link"]: a hidden button and a status with data-copied and data-failed.
 */
function attach(root) {
  const button = root.querySelector("button");
  const status = root.querySelector("[role=status]");
  if (!button || !status || !navigator.clipboard) return;
  button.hidden = false;
  button.addEventListener("click", async () => {
    status.textContent = "";
    try {
      await navigator.clipboard.writeText(location.href);
      status.textContent = status.dataset.copied;
    } catch {
      status.textContent = status.dataset.failed;
    }
  });
}

for (const root of document.querySelectorAll('[data-module="copy-link"]')) attach(root);

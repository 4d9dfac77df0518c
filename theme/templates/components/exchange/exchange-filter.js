/**
 * Narrows what partners give and seek to one kind and direction.
 *
 * Attaches to every [data-module="exchange-filter"]; hides its [data-kind] and [data-direction] sections that do not fit.
 */
function attach(root) {
  const filter = root.querySelector(".exchange-filter");
  const status = root.querySelector("[data-exchange-status]");
  if (!filter) return;
  const chosen = (name) => filter.querySelector(`input[name="${name}"]:checked`)?.value ?? "";

  function narrow(tell) {
    const kind = chosen("kind");
    const direction = chosen("direction");
    let shown = 0;
    for (const section of root.querySelectorAll("[data-kind]")) {
      let any = 0;
      for (const part of section.querySelectorAll("[data-direction]")) {
        part.hidden = Boolean(direction) && part.dataset.direction !== direction;
        if (!part.hidden) any += part.querySelectorAll("li").length;
      }
      section.hidden = !any || (Boolean(kind) && section.dataset.kind !== kind);
      if (!section.hidden) shown += any;
    }
    if (tell && status) status.textContent = shown ? `${status.dataset.some} ${shown}` : status.dataset.none;
  }

  filter.addEventListener("change", () => narrow(true));
  narrow(false);
}

document.querySelectorAll('[data-module="exchange-filter"]').forEach(attach);

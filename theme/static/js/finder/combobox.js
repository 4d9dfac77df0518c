// Suggestions under the search field: the combobox pattern of WAI-ARIA with a list of options. The field stays a searchbox,
// since HTML allows `input[type=search]` no other role; that a list stands open is told by the options that arrows reach.

/** Attaches to `input` and its `list` (role=listbox). `find(text)` gives [{kind, text, label}]; `pick(option)` takes one; `opened()` is called when they are shown. */
export function attachCombobox(input, list, { find, pick, opened, kinds }) {
  let options = [];
  let active = -1;
  let timer = 0;

  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-haspopup', 'listbox');
  input.setAttribute('aria-controls', list.id);

  const isOpen = () => !list.hidden;

  function forget() {
    clearTimeout(timer);
    timer = 0;
  }

  function close() {
    forget();
    list.hidden = true;
    active = -1;
    input.removeAttribute('aria-activedescendant');
  }

  function mark(next) {
    const items = list.children;
    if (items[active]) items[active].setAttribute('aria-selected', 'false');
    active = next;
    if (items[active]) {
      items[active].setAttribute('aria-selected', 'true');
      items[active].scrollIntoView({ block: 'nearest' });
      input.setAttribute('aria-activedescendant', items[active].id);
    } else input.removeAttribute('aria-activedescendant');
  }

  function open() {
    forget();
    options = find(input.value);
    if (!options.length || document.activeElement !== input) {
      close();
      return;
    }
    list.replaceChildren(
      ...options.map((option, place) => {
        const item = document.createElement('li');
        item.id = `${list.id}-${place}`;
        item.setAttribute('role', 'option');
        item.setAttribute('aria-selected', 'false');
        const label = document.createElement('span');
        label.textContent = option.label;
        const kind = document.createElement('span');
        kind.className = 'finder-kind';
        kind.textContent = kinds[option.kind] || '';
        item.append(label, ' ', kind);
        return item;
      }),
    );
    list.hidden = false;
    active = -1;
    input.removeAttribute('aria-activedescendant');
    opened();
  }

  function take(place) {
    const option = options[place];
    close();
    if (option) pick(option);
  }

  input.addEventListener('input', () => {
    forget();
    timer = setTimeout(open, 120);
  });
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const count = options.length;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (event.altKey && event.key === 'ArrowUp') {
        close();
      } else {
        // What was typed a moment ago counts at once: a list that opened later would lose the mark.
        if (timer || !isOpen()) open();
        if (!isOpen()) return;
        const step = event.key === 'ArrowDown' ? 1 : -1;
        // Before the first and after the last option stands the field itself.
        if (!event.altKey) mark(((active + 1 + step + count + 1) % (count + 1)) - 1);
      }
      event.preventDefault();
    } else if (event.key === 'Enter' && isOpen() && active >= 0) {
      event.preventDefault();
      take(active);
    } else if (event.key === 'Escape' && isOpen()) {
      event.preventDefault();
      close();
    } else if (event.key === 'Tab' || event.key === 'Enter') close();
  });
  // The field keeps the focus while a suggestion is pressed.
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const item = event.target.closest('[role="option"]');
    if (item) take([...list.children].indexOf(item));
  });
  return { close };
}

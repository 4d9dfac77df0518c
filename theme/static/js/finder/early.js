// What a person did with the form before its script came: typed, ticked, stood in a field.

/** Reads it; `joined` puts it into a state, `resume` gives the focus back once the form's parts stand elsewhere. */
export function readEarly(form, input) {
  const typed = input.value === input.defaultValue ? '' : input.value;
  const ticked = [...form.querySelectorAll('input[type="checkbox"]')].filter((box) => box.checked && !box.defaultChecked);
  const focused = form.contains(document.activeElement) ? document.activeElement : null;
  const selection = focused === input ? [input.selectionStart, input.selectionEnd] : null;

  /** The state with what was typed and ticked; the same one when nothing was. `keyOf` tells the facet of a box's name. */
  function joined(state, keyOf) {
    let made = typed && typed !== state.query ? { ...state, query: typed } : state;
    for (const { name, value } of ticked) {
      const key = keyOf[name];
      if (key && !made[key].includes(value)) made = { ...made, [key]: [...made[key], value] };
    }
    return made;
  }

  /** Opens `filters` where somebody is choosing, and focuses what had the focus. */
  function resume(filters) {
    if (ticked.length || (focused && filters.contains(focused))) filters.open = true;
    if (!focused || document.activeElement === focused) return;
    focused.focus({ preventScroll: true });
    if (selection) input.setSelectionRange(...selection);
  }

  return { joined, resume };
}

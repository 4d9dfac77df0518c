/**
 * Carries the first answers to the planner, in the part of its address that is never sent to a server.
 *
 * Attaches to every form[data-module="planner-start"] with data-planner.
 */
function attach(form) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const answers = new URLSearchParams();
    for (const field of form.querySelectorAll("input[name]")) if (field.value.trim()) answers.set(field.name, field.value.trim());
    location.assign(`${form.dataset.planner}#${answers}`);
  });
  form.querySelector("[type=submit]").disabled = false;
}

for (const form of document.querySelectorAll('form[data-module="planner-start"]')) attach(form);

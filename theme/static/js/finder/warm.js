// What a browser does while nothing else happens, so that the first key pays neither for the words nor for a first look at the code.

/** Runs the tasks `first`, learns the finder's words part by part, asks questions made of the site's own names, the plainest first, and runs `last`. */
export function warmUp(finder, first, last) {
  const { world } = finder;
  const idle = window.requestIdleCallback ? (run) => window.requestIdleCallback(run, { timeout: 2000 }) : (run) => setTimeout(run, 200);
  const { services: [service = { name: '' }], types: [type = { name: '' }], counties: [county = { seat: '' }] } = world;
  const asked = [(line) => finder.understand(line), (line) => finder.matches(line)];
  const questions = () => {
    const { street = '' } = world.institutions.find((one) => one.street) || {};
    return [county.seat, service.name.slice(0, 2), type.name, service.name, `${type.name} ${county.seat}`, service.name.replace(/(\p{L}{3})\p{L}/u, '$1'), street].filter(Boolean);
  };
  // What is understood is ranked in a task of its own, so that none is long.
  const learn = () => {
    if (world.learnNext()) steps.unshift(learn);
    else steps.unshift(...questions().flatMap((line) => asked.map((ask) => () => ask(line))));
  };
  const steps = [...first, learn, ...last];
  const next = () => {
    const step = steps.shift();
    if (!step) return;
    step();
    idle(next);
  };
  idle(next);
}

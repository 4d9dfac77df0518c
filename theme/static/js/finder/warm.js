// What a browser does while nothing else happens, so that the first key pays neither for the words nor for a first look at the code.

/** Runs `first`, learns the finder's words part by part, then asks questions made of the site's own names, the plainest first. */
export function warmUp(finder, first) {
  const { world } = finder;
  const idle = window.requestIdleCallback ? (run) => window.requestIdleCallback(run, { timeout: 2000 }) : (run) => setTimeout(run, 200);
  const { services: [service = { name: '' }], types: [type = { name: '' }], counties: [county = { seat: '' }] } = world;
  const lines = [county.seat, service.name.slice(0, 2), type.name, service.name, `${type.name} ${county.seat}`, service.name.replace(/(\p{L}{3})\p{L}/u, '$1')];
  // What is understood is ranked in a task of its own, so that none is long.
  const steps = [first, ...lines.flatMap((line) => [() => finder.understand(line), () => finder.matches(line)])];
  let learning = false;
  const next = () => {
    if (learning) learning = world.learnNext();
    else {
      const step = steps.shift();
      if (!step) return;
      step();
      learning = step === first;
    }
    idle(next);
  };
  idle(next);
}

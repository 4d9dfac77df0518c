// One connection to the preview for all open pages: a browser keeps six to a host at most.

const ports = [];
let last = null;

function tell(message) {
  last = message;
  for (const port of ports) port.postMessage(message);
}

const events = new EventSource("/__preview/events");
events.addEventListener("message", (event) => tell({ state: JSON.parse(event.data) }));
events.addEventListener("error", () => tell({ lost: true }));

self.addEventListener("connect", (event) => {
  const [port] = event.ports;
  ports.push(port);
  if (last) port.postMessage(last);
});

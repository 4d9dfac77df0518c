// Signing in at the Git host in a window of its own: what the editor does not hear of by itself.
// A refusal comes back as an address with `?error=…`, which it takes for a new beginning; a window that is closed, or
// that lost its way home, leaves it waiting. Both windows are of one origin, so a channel tells what happened.

const CHANNEL = "editor-sign-in";
const SECRETS = "sveltia-cms.auth";
const WINDOW = "auth";
const EVERY = 1000;

/** Return what the address says at the end of a sign-in that this browser began: `refused`, `cut_off` or nothing. */
const outcome = () => {
  const said = new URLSearchParams(location.search);
  const { csrfToken } = JSON.parse(localStorage.getItem(SECRETS) ?? "{}");
  if (!csrfToken || said.get("state") !== csrfToken) {
    return undefined;
  }
  if (said.has("error")) {
    return "refused";
  }
  return said.has("code") && !window.opener ? "cut_off" : undefined;
};

/** In the window of a sign-in that failed: tell the editor's window so and close. Returns whether it was one. */
export const endFailedSignIn = (words) => {
  const failed = outcome();
  if (!failed) {
    return false;
  }
  localStorage.removeItem(SECRETS);
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(failed);
  channel.close();
  const sentence = document.createElement("p");
  sentence.className = "site-sentence";
  sentence.textContent = words[`sign_in_${failed}`];
  document.body.append(sentence);
  window.close();
  return true;
};

/** Let the editor hear of a sign-in that was refused, cut off or closed; `tell` shows what it has no place for. */
export const hearOfFailedSignIn = (backend, words, tell) => {
  let watching;
  const reject = (reason) => {
    clearInterval(watching);
    window.dispatchEvent(new MessageEvent("message", {
      origin: location.origin,
      data: `authorization:${backend}:error:${JSON.stringify({ error: words[`sign_in_${reason}`] })}`,
    }));
  };
  new BroadcastChannel(CHANNEL).addEventListener("message", ({ data }) => {
    reject(data);
    if (data === "cut_off") {
      tell(words.sign_in_cut_off);
    }
  });
  const { open } = window;
  window.open = (address, name, ...rest) => {
    const opened = open.call(window, address, name, ...rest);
    // A window at GitLab counts as closed while it is open.
    if (opened && name === WINDOW && backend !== "gitlab") {
      let rounds = 0;
      clearInterval(watching);
      watching = setInterval(() => {
        rounds += opened.closed ? 1 : 0;
        if (rounds > 1) { // a round behind the answer, after which nobody listens
          reject("closed");
        }
      }, EVERY);
    }
    return opened;
  };
};

// What the Git host answers when it will not: its own words are for programmers, so a sentence stands before them.

const REASONS = { 401: "host_unknown", 403: "host_forbids", 409: "host_changed", 422: "host_taken" };

/** Let every refusal of another server, and its silence, say in plain words what happened and what to do. */
export const explainHost = (words) => {
  const { fetch } = window;
  window.fetch = async (input, options) => {
    const address = new URL(input instanceof Request ? input.url : input, document.baseURI);
    if (!/^https?:$/.test(address.protocol) || address.origin === location.origin) {
      return fetch(input, options);
    }
    let response;
    try {
      response = await fetch(input, options);
    } catch (error) {
      throw error.name === "AbortError" ? error : new TypeError(words.host_silent, { cause: error });
    }
    const reason = REASONS[response.status] ?? (response.status >= 500 ? "host_broken" : undefined);
    const said = reason && await response.clone().json().catch(() => undefined);
    if (typeof said?.message !== "string") {
      return response;
    }
    const { status, headers } = response;
    return new Response(JSON.stringify({ ...said, message: `${words[reason]} (${said.message})` }), { status, headers });
  };
};

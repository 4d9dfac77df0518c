// Saving into a folder of this computer: a file that somebody else changed meanwhile is not overwritten.
// The editor writes a new file beside the old one and moves it there; that move is where the old one is looked at.

const OURS = /\.(?:md|ya?ml)$/;

/** Let moves over a text that is not among `seen` fail with the sentence `why`, which the program shows. */
export const guardLocalFiles = (seen, why) => {
  const { move } = globalThis.FileSystemFileHandle?.prototype ?? {};
  if (!move) {
    return;
  }
  globalThis.FileSystemFileHandle.prototype.move = async function guardedMove(folder, name) {
    if (typeof name === "string" && OURS.test(name)) {
      const standing = await readText(folder, name);
      if (standing !== undefined && !seen.has(standing.trim().replaceAll(/\r\n?/g, "\n"))) {
        throw new DOMException(why, "NoModificationAllowedError");
      }
    }
    return move.apply(this, arguments);
  };
};

const readText = async (folder, name) => {
  try {
    return await (await (await folder.getFileHandle(name)).getFile()).text();
  } catch (error) {
    if (error.name === "NotFoundError") {
      return undefined;
    }
    throw error;
  }
};

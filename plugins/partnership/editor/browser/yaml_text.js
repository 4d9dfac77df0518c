// YAML as the checks read it (sources/scalars.py), written so that both they and a careful reader take it for the same.

import { Document, Scalar, isMap, isScalar, isSeq, isAlias, parseDocument, visit } from "yaml";

const QUOTED = new Set([Scalar.QUOTE_DOUBLE, Scalar.QUOTE_SINGLE]);
const DATE = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}.*)?$/;
const BEGINS_LIKE_A_NUMBER = /^[-+.]?[0-9]/;
const IN_NUMBERS = /[a-foxA-FOXTZ]/g;

/** Tell whether a reader of YAML, ours or a careful person, may take a text for a number, a code or a moment. */
const likeANumber = (text) => BEGINS_LIKE_A_NUMBER.test(text) && !/\p{L}/u.test(text.replaceAll(IN_NUMBERS, ""));

/** Return the parsed document of a text; throws an `Error` whose message says what is wrong. */
export const readDocument = (text) => {
  const document = parseDocument(text, { schema: "core", uniqueKeys: true, prettyErrors: false });
  const [error] = document.errors;
  if (error) {
    throw new Error(error.message);
  }
  visit(document, {
    Alias: () => {
      throw new Error("alias");
    },
  });
  return document;
};

/** Return the plain value of a text. */
export const readValue = (text) => readDocument(text).toJS();

/**
 * Return a value as YAML text that ends with a line break; `flow`: lists and objects on one line, `like`: the node that
 * a text replaces, whose quotes it keeps.
 */
export const writeValue = (value, { flow = false, like = undefined } = {}) => {
  const document = new Document(value, { schema: "core" });
  visit(document, {
    Scalar(key, node) {
      if (typeof node.value !== "string") {
        return;
      }
      if (key === null && QUOTED.has(like?.type) && !node.value.includes("\n")) {
        node.type = like.type;
      } else if (likeANumber(node.value) && (key === "key" || !DATE.test(node.value))) {
        node.type = Scalar.QUOTE_DOUBLE;
      } else if (key !== "key" && node.value.includes("\n")) {
        node.type = Scalar.BLOCK_LITERAL;
      }
    },
    Collection(_key, node) {
      node.flow = flow || (isSeq(node) && node.items.length === 0) || (isMap(node) && node.items.length === 0);
    },
  });
  const singleQuote = like?.type === Scalar.QUOTE_SINGLE;
  return document.toString({ indent: 2, indentSeq: true, lineWidth: 0, flowCollectionPadding: false, singleQuote });
};

export { isAlias, isMap, isScalar, isSeq };

// YAML as the checks read it (sources/scalars.py), written so that both they and a careful reader take it for the same.

import { Document, Scalar, isMap, isSeq, isAlias, parseDocument, visit } from "yaml";

const DATE = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}.*)?$/;
const LIKE_A_NUMBER = /^[-+.]?[0-9]/;

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

/** Return a value as YAML text that ends with a line break; `flow`: lists and objects on one line. */
export const writeValue = (value, { flow = false, plainDates = true } = {}) => {
  const document = new Document(value, { schema: "core" });
  visit(document, {
    Scalar(key, node) {
      if (typeof node.value !== "string") {
        return;
      }
      if (key === "key" ? LIKE_A_NUMBER.test(node.value) : LIKE_A_NUMBER.test(node.value) && !(plainDates && DATE.test(node.value))) {
        node.type = Scalar.QUOTE_DOUBLE;
      } else if (key !== "key" && node.value.includes("\n")) {
        node.type = Scalar.BLOCK_LITERAL;
      }
    },
    Collection(_key, node) {
      node.flow = flow || (isSeq(node) && node.items.length === 0) || (isMap(node) && node.items.length === 0);
    },
  });
  return document.toString({ indent: 2, indentSeq: true, lineWidth: 0, flowCollectionPadding: false, singleQuote: false });
};

export { isAlias, isMap, isSeq };

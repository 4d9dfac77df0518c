"""Scripts as they are sent."""

from __future__ import annotations

import pytest

from partnership.rendering.scripts import bundle, chunks_of, lean_script


def test_comments_and_indentation_go_and_code_stays() -> None:
    """What a browser runs is untouched: texts with slashes, addresses, regular expressions."""
    script = """// A comment.
/**
 * More of it.
 */
export function f(a) {
  // why
  const b = a / 2; // half

  const c = 'https://example.org // no comment';
  return /\\/\\*x/.test(c) ? b : `//${c}`;
}
/* one line */
"""
    assert lean_script(script.encode()).decode() == (
        "export function f(a) {\nconst b = a / 2;\nconst c = 'https://example.org // no comment';\n"
        "return /\\/\\*x/.test(c) ? b : `//${c}`;\n}\n"
    )


MODULES = {
    "a.js": "import { b } from './b.js';\nimport { c } from './c.js';\nexport const a = () => b() + c;\n",
    "b.js": "import { c } from './c.js';\nexport function b() {\n  return c;\n}\n",
    "c.js": "export const c = 1;\nconst inner = 2;\n",
}


def test_a_module_and_its_siblings_become_one() -> None:
    """What is imported stands before, once; only the first module still exports."""
    assert chunks_of("a.js", MODULES.__getitem__) == ["c.js", "b.js", "a.js"]
    whole = bundle("a.js", MODULES.__getitem__)
    assert "import" not in whole
    assert whole.count("const c = 1;") == 1
    assert whole.index("const c") < whole.index("function b") < whole.index("export const a")
    assert whole.count("export") == 1


def test_a_name_that_stands_twice_is_refused() -> None:
    """Two modules with one name at their top level cannot be one module."""
    modules = {**MODULES, "b.js": MODULES["b.js"] + "const inner = 3;\n"}
    with pytest.raises(ValueError, match=r"inner is declared in c\.js and in b\.js"):
        bundle("a.js", modules.__getitem__)


def test_a_module_that_is_sent_by_itself_stays_imported() -> None:
    """What is left outside keeps its one import, and nothing of it comes along."""
    assert chunks_of("a.js", MODULES.__getitem__, ("b.js",)) == ["c.js", "a.js"]
    whole = bundle("a.js", MODULES.__getitem__, ("b.js",))
    assert whole.count("import { b } from './b.js';") == 1
    assert "function b" not in whole
    assert "import { c }" not in whole

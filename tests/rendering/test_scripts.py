"""Modules put together."""

from __future__ import annotations

import pytest

from partnership.rendering.scripts import bundle, chunks_of

MODULES = {
    "a.js": "import { b } from './b.js';\nimport { c } from './c.js';\nexport const a = () => b() + c;\n",
    "b.js": "import { c } from './c.js';\nexport function b() {\n  return c;\n}\n",
    "c.js": "export const c = 1;\nconst inner = 2;\n",
}


def test_a_module_and_its_siblings_become_one() -> None:
    """What is imported stands before, once; all is one function that gives what the first module exports."""
    assert chunks_of("a.js", MODULES.__getitem__) == ["c.js", "b.js", "a.js"]
    whole = bundle("a.js", MODULES.__getitem__)
    assert "import" not in whole
    assert whole.count("const c = 1;") == 1
    assert whole.index("(() => {") < whole.index("const c") < whole.index("function b") < whole.index("const a =")
    assert whole.startswith("export const { a } = ") and whole.count("export") == 1


def test_names_exported_by_a_list_are_exported() -> None:
    """`export { … }` counts like `export` before a declaration; a module that exports nothing gives nothing."""
    listed = {"a.js": "const a = 1;\nexport const b = 2;\nexport { a };\n", "b.js": "const a = 1;\n"}
    assert bundle("a.js", listed.__getitem__).startswith("export const { b, a } = ")
    assert "export" not in bundle("b.js", listed.__getitem__)


def test_a_name_that_stands_twice_is_refused() -> None:
    """Two modules with one name at their top level cannot be one module."""
    modules = {**MODULES, "b.js": MODULES["b.js"] + "const inner = 3;\n"}
    with pytest.raises(ValueError, match=r"inner is declared in c\.js and in b\.js"):
        bundle("a.js", modules.__getitem__)


def test_a_module_that_is_sent_by_itself_stays_imported() -> None:
    """What is left outside keeps its one import, and nothing of it comes along."""
    assert chunks_of("a.js", MODULES.__getitem__, ("b.js",)) == ["c.js", "a.js"]
    whole = bundle("a.js", MODULES.__getitem__, ("b.js",))
    assert whole.startswith("import { b } from './b.js';\n") and whole.count("import") == 1
    assert "function b" not in whole

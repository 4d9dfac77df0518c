"""Scripts as they are sent."""

from __future__ import annotations

from partnership.rendering.scripts import lean_script


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

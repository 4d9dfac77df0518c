"""Jinja with less ado: the same output from fewer steps, through the classes that Jinja lets an environment replace."""

from __future__ import annotations

import re
from collections.abc import MutableMapping
from types import FunctionType
from typing import Any, Final

from jinja2 import Environment
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Expr
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape

BYTECODE: Final = "__quick_%s.cache"
"""Names of kept templates: what is compiled here asks for :meth:`QuickEnvironment.shown`."""

_ESCAPED: Final = re.compile("[&<>'\"]").search


def shown(value: Any) -> str:
    """Return what ``escape`` returns, as a string that only joins others: most have nothing to escape."""
    kind = value.__class__
    if kind is Markup or (kind is str and _ESCAPED(value) is None):
        text: str = value
        return text
    return escape(value)


class QuickContext(Context):
    """Calls macros and plain functions at once; Jinja's looks first whether they want to be told of the context."""

    def call(self, called: Any, /, *args: Any, **kwargs: Any) -> Any:
        """Call what a template calls."""
        kind = called.__class__
        if kind is Macro:
            kwargs.pop("_block_vars", None)
            kwargs.pop("_loop_vars", None)
            return called(self.eval_ctx, *args, **kwargs)
        if kind is FunctionType and not called.__dict__:
            kwargs.pop("_block_vars", None)
            kwargs.pop("_loop_vars", None)
            return called(*args, **kwargs)
        return super().call(called, *args, **kwargs)


class _Generator(CodeGenerator):
    """Writes ``environment.shown(…)`` where Jinja writes ``escape(…)`` around what is printed."""

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and finalize.src is None:
            self.write("environment.shown(")
        else:
            super()._output_child_pre(node, frame, finalize)


class QuickEnvironment(Environment):
    """An environment whose globals are complete before its first template is loaded."""

    code_generator_class = _Generator
    context_class = QuickContext
    shown = staticmethod(shown)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return a template's globals as one plain dict: a chain of two is searched in Python, for every page."""
        return {**self.globals, **(d or {})}

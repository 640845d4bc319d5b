"""What a person does with VS Code in a browser, in words."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from chromium import Tab, open_tab
from code_server import CodeServer

_WIDTH, _HEIGHT = 1100, 800
_PATIENCE = 30
_LONG = 180
_OUTCOME = re.compile(r"(not )?ok ")
_F1 = ("F1", 112)
_ENTER = ("Enter", 13)
_ESCAPE = ("Escape", 27)
_END = ("End", 35)
_S = ("KeyS", 83)
_CONTROL = 2
_PERIOD = ("Period", 190)
_DRIVER = """
for (const name of ["Log", "Exit"]) {
  window["codeAutomation" + name] = (...said) => tell(JSON.stringify([name, said]));
}
"""
_FIND = """
(() => {
  const fits = (one) => {
    if (!one.textContent.replaceAll("\\u00a0", " ").includes(TEXT)) return false;
    const { x, y, width, height } = one.getBoundingClientRect();
    const shown = document.elementFromPoint(x + width / 2, y + height / 2);
    return shown !== null && (!ON_TOP || one.contains(shown) || shown.contains(one));
  };
  const found = [...document.querySelectorAll(SELECTOR)].filter(fits).at(-1);
  if (!found) return null;
  const { x, y, width, height } = found.getBoundingClientRect();
  return [x, y, width, height];
})()
"""
_FRAMED = """
[...document.querySelectorAll("iframe")]
  .map((outer) => outer.contentDocument?.querySelector("iframe")?.contentDocument?.body?.innerText ?? "")
  .join("")
"""

Box = tuple[float, float, float, float]
"""Left and upper edge, width and height."""


@dataclass(frozen=True, slots=True)
class Workbench:
    """VS Code in a page."""

    tab: Tab

    def see(self, selector: str, text: str = "", *, is_on_top: bool = False, patience: float = _PATIENCE) -> Box:
        """Wait until something holds a text, is shown and stands still; return where the last of its kind is."""
        script = _FIND.replace("SELECTOR", json.dumps(selector)).replace("TEXT", json.dumps(text))
        script = script.replace("ON_TOP", json.dumps(is_on_top))
        boxes: list[Box | None] = [None, None]

        def stands_still() -> bool:
            boxes.append(self.tab.run(script))
            return boxes[-1] is not None and boxes[-1] == boxes[-2]

        try:
            self.tab.wait(stands_still, patience)
        except AssertionError:
            raise AssertionError(f"{selector} with {text!r} is not shown") from None
        x, y, width, height = boxes[-1] or (0, 0, 0, 0)
        return x, y, width, height

    def text(self, selector: str) -> str:
        """Return what stands in the last element of a kind; empty where there is none."""
        script = f"[...document.querySelectorAll({json.dumps(selector)})].at(-1)?.innerText ?? ''"
        return str(self.tab.run(script)).replace("\u00a0", " ")

    def click(self, selector: str, text: str = "") -> None:
        """Click on something as soon as it is shown."""
        x, y, width, height = self.see(selector, text, is_on_top=True)
        self.tab.click(x + width / 2, y + height / 2)

    def point(self, selector: str, text: str = "") -> None:
        """Move the pointer to something, as a hand does, in more than one step."""
        x, y, width, height = self.see(selector, text, is_on_top=True)
        self.tab.point(x + width / 2 - 3, y + height / 2)
        self.tab.point(x + width / 2, y + height / 2)

    def command(self, title: str) -> None:
        """Run a command by the palette."""
        self.tab.strike(*_F1)
        self.see(".quick-input-widget input")
        self.tab.type(title)
        self.see(".quick-input-list .monaco-list-row.focused", title.rpartition(": ")[2])
        self.accept()

    def accept(self) -> None:
        """Press the Enter key."""
        self.tab.strike(*_ENTER)

    def escape(self) -> None:
        """Press the Escape key."""
        self.tab.strike(*_ESCAPE)

    def ask_for_fixes(self) -> None:
        """Press Ctrl and the full stop."""
        self.tab.strike(*_PERIOD, modifiers=_CONTROL)

    def save(self) -> None:
        """Press Ctrl and S."""
        self.tab.strike(*_S, modifiers=_CONTROL)

    def end(self) -> None:
        """Press the key that goes to the end of the line."""
        self.tab.strike(*_END)

    def framed_text(self) -> str:
        """Return what stands in the page inside the page, such as a rendered document."""
        return str(self.tab.run(_FRAMED))

    def picture(self, path: Path, *boxes: Box, margin: float = 12) -> None:
        """Write what is shown to a file: all of it, or what is around some boxes."""
        left = min((box[0] - margin for box in boxes), default=0)
        top = min((box[1] - margin for box in boxes), default=0)
        right = max((box[0] + box[2] + margin for box in boxes), default=_WIDTH)
        bottom = max((box[1] + box[3] + margin for box in boxes), default=_HEIGHT)
        left, top = max(0, left), max(0, top)
        path.write_bytes(self.tab.picture(left, top, min(right, _WIDTH) - left, min(bottom, _HEIGHT) - top))


@contextmanager
def open_workbench(server: CodeServer, profile: Path, folder: Path, file: str) -> Iterator[Workbench]:
    """Open a page with a folder, and a file of it in an editor.

    ``profile`` is where the browser keeps its own files; should the test fail, there is a picture of it beside that.
    """
    with open_tab(profile) as tab:
        opened = ("openFile", server.remote(folder / file))
        tab.visit(server.address(folder, opened), width=_WIDTH, height=_HEIGHT)
        seen = Workbench(tab)
        try:
            yield seen
        except AssertionError:
            seen.picture(profile.with_suffix(".png"))
            raise


def run_in_host(server: CodeServer, profile: Path, folder: Path, tests: Path) -> list[str]:
    """Run a module in the extension host; return what it printed, and fail where it does.

    The module exports ``run``; ``tests`` is its path, beside the package.json of an extension.
    """
    with open_tab(profile) as tab:
        told = tab.bind("tell")
        tab.ask("Page.addScriptToEvaluateOnNewDocument", source=_DRIVER)
        address = server.address(
            folder,
            ("extensionDevelopmentPath", server.remote(tests.parent)),
            ("extensionTestsPath", server.remote(tests)),
        )
        tab.visit(address, width=_WIDTH, height=_HEIGHT)
        tab.wait(lambda: any(json.loads(item)[0] == "Exit" for item in told), _LONG)
    said = [json.loads(item) for item in told]
    printed = [str(words[0]) for name, (*_, words) in said if name == "Log"]
    lines = [line for line in printed if _OUTCOME.match(line)]
    (code,) = [code for name, (code, *_) in said if name == "Exit"]
    assert code == 0, "\n".join(lines)
    return lines

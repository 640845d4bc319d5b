"""What the files say in which projects declare their libraries: packages, with the lowest version of each.

A file that is broken says nothing. What reads a format is imported where a file has it, for few folders have one.
"""
# ruff: noqa: PLC0415

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from statuslens.workspace.bounds import lowest_of, lowest_of_python

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

Found = Iterator[tuple[str, str]]
"""Packages, ``pypi/starlette``, each with the lowest version that is allowed, empty where that is any."""

_BROKEN = (ValueError, RecursionError, SyntaxError, AttributeError, TypeError)
"""What readers raise for text that is not in its format, or is not of the expected shape."""
_GO = re.compile(r"^go\s+([\d.]+)", re.MULTILINE)
_GO_MODULE = re.compile(r"^\s*(?:require\s+)?([\w./~-]+\.[\w./~-]+)\s+v(\d[\w.+-]*)", re.MULTILINE)
_GEM = re.compile(r"^\s*gem[\s(]+[\"']([\w.-]+)[\"']((?:\s*,\s*[\"'][^\"'\n]+[\"'])*)", re.MULTILINE)
_LOCKED_GEM = re.compile(r"^ {4}([\w.-]+) \((\d[^)\s]*)\)", re.MULTILINE)
_GRADLE = re.compile(r"[\"']([\w.-]+):([\w.-]+):(\d[\w.+-]*)[\"']")
_GRADLE_PLUGIN = re.compile(r"\bid[\s(]+[\"']([\w.-]+)[\"'][\s)]+version[\s(]+[\"'](\d[\w.+-]*)[\"']")
_JAVA_OF_GRADLE = re.compile(
    r"(?:JavaLanguageVersion\.of\(|JavaVersion\.VERSION_|(?:source|release)\w*\s*=\s*[\"']?)(\d+)"
)
_PROPERTY = re.compile(r"\$\{([\w.-]+)\}")
_TARGET = re.compile(r"net(?:coreapp)?(\d+\.\d+)")
_CARGO_TABLES = ("dependencies", "dev-dependencies", "build-dependencies")
_JAVA_PROPERTIES = ("maven.compiler.release", "maven.compiler.source", "java.version")
_OWN_RUNTIMES = {"php", "python"}
_NPM_TABLES = ("dependencies", "peerDependencies")
"""Where what the program itself may import stands; what is there for its development may be missing where it runs."""


def read_manifest(name: str, text: str) -> dict[str, list[str]]:
    """Return the packages that a file of this name declares, each with its lowest versions; none of a broken file."""
    reader = reader_of(name)
    found: dict[str, list[str]] = {}
    try:
        for package, version in reader(text) if reader is not None else ():
            found.setdefault(package, []).append(version)
    except _BROKEN:
        return {}
    return found


def manifests_among(names: Iterable[str]) -> list[str]:
    """Return the names of files that declare something, sorted."""
    return sorted(name for name in names if name in _READERS or (name.endswith(_ENDINGS) and reader_of(name)))


def reader_of(name: str) -> Callable[[str], Found] | None:
    """Return what reads files of a name; None where they declare nothing."""
    return _READERS.get(name) or next((reader for pattern, reader in _PATTERNS if pattern.fullmatch(name)), None)


def _read_pyproject(text: str) -> Found:
    import tomllib

    entry = tomllib.loads(text)
    project = entry.get("project", {})
    if "requires-python" in project:
        yield "python", lowest_of_python(project["requires-python"])
    groups = (*project.get("optional-dependencies", {}).values(), *entry.get("dependency-groups", {}).values())
    for group in (project.get("dependencies", ()), *groups):
        yield from _required(item for item in group if isinstance(item, str))
    poetry = entry.get("tool", {}).get("poetry", {})
    more = (group.get("dependencies", {}) for group in poetry.get("group", {}).values())
    for table in (poetry.get("dependencies", {}), *more):
        for name, version in _versions(table):
            yield _of_python(name), lowest_of(version)


def _read_requirements(text: str) -> Found:
    lines = (line.split(" #")[0].strip() for line in text.splitlines())
    yield from _required(line for line in lines if line and line[0] not in "#-")


def _required(lines: Iterator[str]) -> Found:
    from packaging.requirements import InvalidRequirement, Requirement

    for line in lines:
        try:
            requirement = Requirement(line.split(" --")[0])
        except InvalidRequirement:
            continue
        yield _of_python(requirement.name), lowest_of_python(str(requirement.specifier))


def _of_python(name: str) -> str:
    from packaging.utils import canonicalize_name

    return name if name in _OWN_RUNTIMES else f"pypi/{canonicalize_name(name)}"


def _read_package_json(text: str) -> Found:
    entry = json.loads(text)
    if "node" in entry.get("engines", {}):
        yield "node", lowest_of(entry["engines"]["node"])
    for table in _NPM_TABLES:
        yield from ((f"npm/{name}", lowest_of(version)) for name, version in entry.get(table, {}).items())


def _read_composer(text: str) -> Found:
    for name, version in json.loads(text).get("require", {}).items():
        yield name if name in _OWN_RUNTIMES else f"composer/{name}", lowest_of(version)


def _read_go_mod(text: str) -> Found:
    yield from (("go", version) for version in _GO.findall(text))
    yield from ((f"golang/{module}", lowest_of(version)) for module, version in _GO_MODULE.findall(text))


def _read_gemfile(text: str) -> Found:
    for name, versions in _GEM.findall(text):
        yield f"gem/{name}", lowest_of(" ".join(re.findall(r"[\"']([^\"']+)", versions)).replace(",", " "))


def _read_gemfile_lock(text: str) -> Found:
    yield from ((f"gem/{name}", lowest_of(version)) for name, version in _LOCKED_GEM.findall(text))


def _read_cargo(text: str) -> Found:
    import tomllib

    entry = tomllib.loads(text)
    for holder in (entry, entry.get("workspace", {}), *entry.get("target", {}).values()):
        for table in _CARGO_TABLES:
            yield from ((f"cargo/{name}", lowest_of(version)) for name, version in _versions(holder.get(table, {})))


def _versions(table: Mapping[str, Any]) -> Found:
    """Yield the requirements of a TOML table, each a text or a mapping with one."""
    for name, entry in table.items():
        yield (
            name,
            entry if isinstance(entry, str) else str(entry.get("version", "")) if isinstance(entry, dict) else "",
        )


def _read_gradle(text: str) -> Found:
    yield from ((f"maven/{group}/{name}", lowest_of(version)) for group, name, version in _GRADLE.findall(text))
    yield from ((f"gradle/{name}", lowest_of(version)) for name, version in _GRADLE_PLUGIN.findall(text))
    yield from (("java", version) for version in _JAVA_OF_GRADLE.findall(text))


def _read_pom(text: str) -> Found:
    root = _parse_xml(text)
    properties = {item.tag: (item.text or "").strip() for item in root.iterfind("properties/*")}
    yield from (("java", properties[name].removeprefix("1.")) for name in _JAVA_PROPERTIES if name in properties)
    for item in (*root.iterfind("parent"), *root.iter("dependency")):
        group, name, version = (item.findtext(tag, "").strip() for tag in ("groupId", "artifactId", "version"))
        yield f"maven/{group}/{name}", lowest_of(_PROPERTY.sub(lambda found: properties.get(found[1], ""), version))


def _read_msbuild(text: str) -> Found:
    root = _parse_xml(text)
    if "Sdk.Web" in root.get("Sdk", ""):
        yield "nuget/Microsoft.AspNetCore.App", ""
    for tag in ("TargetFramework", "TargetFrameworks"):
        for item in root.iter(tag):
            yield from (("dotnet", version) for version in _TARGET.findall(item.text or ""))
    for tag in ("FrameworkReference", "PackageReference", "PackageVersion"):
        for item in root.iter(tag):
            name, version = (
                item.get("Include") or item.get("Update"),
                item.get("Version") or item.findtext("Version"),
            )
            if name:
                yield f"nuget/{name}", lowest_of((version or "").strip("[]() ").partition(",")[0])


def _parse_xml(text: str) -> "Element":
    """Return the root of an XML document, without namespaces.

    Raises ValueError for one with a document type, whose entities could make any amount of text.
    """
    from xml.etree import ElementTree as ET

    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise ValueError("a document type")
    root = ET.fromstring(text.lstrip("\ufeff"))  # noqa: S314 (without a document type there are no entities)
    for item in root.iter():
        item.tag = item.tag.rpartition("}")[2]
    return root


_READERS: dict[str, Callable[[str], Found]] = {
    "Cargo.toml": _read_cargo,
    "Directory.Packages.props": _read_msbuild,
    "Gemfile": _read_gemfile,
    "Gemfile.lock": _read_gemfile_lock,
    "build.gradle": _read_gradle,
    "build.gradle.kts": _read_gradle,
    "composer.json": _read_composer,
    "go.mod": _read_go_mod,
    "package.json": _read_package_json,
    "pom.xml": _read_pom,
    "pyproject.toml": _read_pyproject,
}
_PATTERNS = (
    (re.compile(r"requirements[\w.-]*\.txt"), _read_requirements),
    (re.compile(r".*\.csproj"), _read_msbuild),
)
_ENDINGS = (".txt", ".csproj")
"""Of names that a pattern matches."""
MANIFESTS = (*_READERS, "requirements*.txt", "*.csproj")
"""Which files are read, for those who watch them: names, and patterns as those of a .gitignore."""

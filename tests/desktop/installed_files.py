# SPDX-License-Identifier: GPL-3.0-or-later
"""What the desktop reads of the installed program: the checkers' word, and that the parts agree."""

import configparser
import os
import pathlib
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

import points
from points import equal

SHARE = pathlib.Path(sys.argv[1]) / "share"
ID = sys.argv[2]
VERSION = sys.argv[3]
MEDIA_TYPE = "application/vnd.tideline.register+json"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def silent(*command):
    """The command succeeds and has nothing to say."""
    done = subprocess.run(command, capture_output=True, text=True)
    equal((done.returncode, done.stderr), (0, ""), done.stdout)
    return done.stdout


def desktop_file():
    parser = configparser.ConfigParser(interpolation=None, delimiters="=")
    parser.optionxform = str
    parser.read(SHARE / "applications" / f"{ID}.desktop", encoding="utf-8")
    return parser


def metainfo():
    return ElementTree.parse(SHARE / "metainfo" / f"{ID}.metainfo.xml").getroot()


def desktop_file_is_valid():
    equal(silent("desktop-file-validate", str(SHARE / "applications" / f"{ID}.desktop")), "")


def desktop_file_says():
    entry = desktop_file()["Desktop Entry"]
    equal(entry["DBusActivatable"], "true")
    equal(entry["MimeType"], MEDIA_TYPE + ";")
    equal(entry["Icon"], ID)
    equal(entry["Actions"], "new;")
    equal(desktop_file()["Desktop Action new"]["Exec"], "tideline --new-register")
    for key in ("Comment", "GenericName", "Keywords"):
        assert entry[f"{key}[zh_CN]"] != entry[key], key


def metainfo_is_valid():
    out = silent("appstreamcli", "validate", "--no-net", "--no-color",
                 str(SHARE / "metainfo" / f"{ID}.metainfo.xml"))
    for line in out.splitlines():
        assert not line.startswith(("W:", "E:")), out


def metainfo_says():
    root = metainfo()
    equal(root.findtext("id"), ID)
    equal(root.find("releases/release").get("version"), VERSION)
    equal(root.findtext("provides/mediatype"), MEDIA_TYPE)
    equal(root.findtext("launchable"), f"{ID}.desktop")
    texts = [*root.iterfind("summary"), *root.iterfind("screenshots/screenshot/caption"),
             *root.iterfind("description/p"), *root.iterfind("description/ul/li")]
    english = sum(text.get(LANGUAGE) is None for text in texts)
    chinese = sum(text.get(LANGUAGE) == "zh-CN" for text in texts)
    assert english > 8, english
    equal(chinese, english, "texts in Chinese")


def pictures_stand_in_the_tree():
    top = pathlib.Path(os.environ["G_TEST_SRCDIR"])
    images = [image.text for image in metainfo().iterfind("screenshots/screenshot/image")]
    assert images
    for image in images:
        picture = top / image.partition("/raw/main/")[2]
        equal(picture.read_bytes()[:8], b"\x89PNG\r\n\x1a\n", image)


def media_type_is_known():
    """By the database that the installation made, alone."""
    with tempfile.TemporaryDirectory() as folder:
        register = pathlib.Path(folder) / "register.tideline"
        register.write_text("{}")
        environment = dict(os.environ, XDG_DATA_HOME=folder,
                           XDG_DATA_DIRS=f"{SHARE}:/usr/share")
        out = subprocess.run(["gio", "info", "-a", "standard::content-type", register],
                             env=environment, check=True, capture_output=True, text=True).stdout
    assert f"standard::content-type: {MEDIA_TYPE}" in out, out
    types = ElementTree.parse(SHARE / "mime" / f"{MEDIA_TYPE}.xml").getroot()
    comments = {node.get(LANGUAGE): node.text for node in types if node.tag.endswith("comment")}
    equal(comments[None], "Tideline register")
    assert comments["zh_CN"] != comments[None]


def icons_are_there():
    for kind, name in (("scalable", ID), ("symbolic", f"{ID}-symbolic")):
        root = ElementTree.parse(SHARE / "icons/hicolor" / kind / "apps" / f"{name}.svg").getroot()
        equal(root.get("width"), root.get("height"), name)


def service_names_the_program():
    parser = configparser.ConfigParser(interpolation=None)
    parser.read(SHARE / "dbus-1/services" / f"{ID}.service", encoding="utf-8")
    service = parser["D-BUS Service"]
    equal(service["Name"], ID)
    program, argument = service["Exec"].split()
    assert os.access(program, os.X_OK), program
    equal(argument, "--gapplication-service")


def schema_describes_its_keys():
    schemas = SHARE / "glib-2.0/schemas"
    root = ElementTree.parse(schemas / f"{ID}.gschema.xml").getroot()
    keys = root.findall("schema/key")
    assert keys
    for key in keys:
        assert key.findtext("summary"), key.get("name")
    assert (schemas / "gschemas.compiled").exists()


if __name__ == "__main__":
    sys.exit(points.run([
        ("desktop-file-validate has nothing to say", desktop_file_is_valid),
        ("the desktop file names type, icon and action", desktop_file_says),
        ("appstreamcli has no warning", metainfo_is_valid),
        ("the metainfo agrees with the program, in both languages", metainfo_says),
        ("the metainfo's pictures stand in the tree", pictures_stand_in_the_tree),
        ("a register is told by its extension", media_type_is_known),
        ("the icons are there", icons_are_there),
        ("the bus starts the program", service_names_the_program),
        ("the settings are described", schema_describes_its_keys),
    ]))

"""What is remembered between starts, and what is not believed."""

import pytest
from PySide6.QtCore import QSettings

from bodymap import app
from bodymap.anatomy.words import Voice
from bodymap.ui.settings import TABLE, Settings


def stored(path, text):
    path.write_text(f"[General]\n{text}\n", encoding="utf-8")
    return Settings(QSettings(str(path), QSettings.Format.IniFormat))


@pytest.mark.parametrize("setting", TABLE, ids=lambda setting: setting.key)
def test_every_setting_starts_with_its_default_and_keeps_each_choice(tmp_path, settings, setting):
    assert settings.text(setting.key) == setting.default
    for choice in setting.choices:
        settings.keep(setting.key, choice)
        settings._store.sync()
        again = Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
        assert again.text(setting.key) == choice


@pytest.mark.parametrize(
    "value", ["purple", "", "7", "@Invalid()", "a, b", "@ByteArray(light)", "LIGHT", "\\x"]
)
@pytest.mark.parametrize(
    "setting", [each for each in TABLE if each.key != "clinic"], ids=lambda setting: setting.key
)
def test_a_value_that_is_no_choice_counts_as_the_default(tmp_path, setting, value):
    kept = stored(tmp_path / "bad.ini", f"{setting.key}={value}")
    assert kept.text(setting.key) == setting.default


def test_a_file_that_is_no_settings_file_is_borne(tmp_path):
    (tmp_path / "bad.ini").write_bytes(bytes(range(256)) * 4)
    kept = Settings(QSettings(str(tmp_path / "bad.ini"), QSettings.Format.IniFormat))
    assert [kept.text(setting.key) for setting in TABLE] == [setting.default for setting in TABLE]


def test_theme_and_words_survive_a_start(open_window, settings):
    first = open_window()
    first._on_look("theme", "dark")
    first._on_voice(Voice.CLINICAL)
    second = open_window()
    assert second._tokens.name == "dark"
    assert second._screen.voice is Voice.CLINICAL


def test_the_command_line_wins_and_is_not_remembered(open_window, settings):
    window = open_window(app.Options(theme="dark", voice="clinical"))
    assert window._tokens.name == "dark"
    assert window._screen.voice is Voice.CLINICAL
    assert (settings.text("theme"), settings.text("voice")) == ("light", "plain")

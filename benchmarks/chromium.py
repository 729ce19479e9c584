"""The same drawing as a page in Chromium, which tells by its own clock how soon it answers."""

import json
import subprocess
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from queue import Queue
from shutil import which
from threading import Thread

from benchmarks.machine import Machine
from benchmarks.table import Figure, hundredth, middle, spread
from bodymap import resources

QUIET = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    "--window-size=1920,1080",
)
PRESSES = 60
PATIENCE = 60
SCRIPT = """
const shapes = [...document.querySelectorAll('[id^="region-"], [id^="muscle-"]')];
const painted = () => new Promise(done => requestAnimationFrame(() => setTimeout(done, 0)));
const light = () => { for (let n = 0; n < 12; n++) {
  shapes[Math.floor(Math.random() * shapes.length)].style.opacity = Math.random(); } };
document.querySelector('svg').addEventListener('click', light);
const press = () => shapes[0].dispatchEvent(new MouseEvent('click', {bubbles: true}));
const tell = (where, what) => fetch(where, {method: 'POST', body: JSON.stringify(what)});
addEventListener('load', async () => {
  await painted(); press(); await painted(); await tell('/ready', 0);
  const took = [];
  for (let n = 0; n < %d; n++) {
    await painted();
    const began = performance.now(); press(); await painted(); took.push(performance.now() - began);
  }
  await tell('/took', took);
});
"""


def measure(machine: Machine, rounds: int) -> Iterator[Figure]:
    """Time to a page that answered a press, and from a press to its painting."""
    browser = which("chromium")
    if browser is None or not rounds:
        return
    told: Queue[tuple[float, object]] = Queue()
    server = _serve(told)
    starts: list[float] = []
    took: list[float] = []
    try:
        for _ in range(rounds + 1):
            start, each = _visit(machine, browser, server.server_port, told)
            starts.append(start)
            took += each
    finally:
        server.shutdown()
    warm = starts[1:]
    yield Figure("Chromium: ready, a press was answered", middle(warm), "ms", note=spread(warm))
    for share in (50, 99):
        note = "by the page's own clock, which ends before the pixels are there"
        yield Figure(f"Chromium, 1080p: press, p{share}", hundredth(took, share), "ms", note=note)


def _visit(
    machine: Machine, browser: str, port: int, told: "Queue[tuple[float, object]]"
) -> tuple[float, list[float]]:
    profile = f"--user-data-dir={machine.folder / 'chromium'}"
    began = time.monotonic()
    process = subprocess.Popen(
        [browser, *QUIET, profile, f"http://127.0.0.1:{port}/"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        ready, _ = told.get(timeout=PATIENCE)
        _, took = told.get(timeout=PATIENCE)
    finally:
        process.terminate()
        process.wait()
    return (ready - began) * 1000, list(map(float, took)) if isinstance(took, list) else []


def _serve(told: "Queue[tuple[float, object]]") -> ThreadingHTTPServer:
    """Serve the drawing on this machine alone, and note what the page tells."""
    svg = (resources.assets() / "svg" / "side.svg").read_text("utf-8").partition("?>")[2]
    page = f"<!DOCTYPE html><body style='margin:0'>{svg}<script>{SCRIPT % PRESSES}</script>".encode()

    class _Page(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200 if self.path == "/" else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(page if self.path == "/" else b"")

        def do_POST(self) -> None:
            moment = time.monotonic()
            told.put((moment, json.loads(self.rfile.read(int(self.headers["Content-Length"])))))
            self.send_response(204)
            self.end_headers()

        def log_request(self, *_ignored: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), _Page)
    Thread(target=server.serve_forever, daemon=True).start()
    return server

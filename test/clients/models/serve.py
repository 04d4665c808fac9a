"""
`serve.py FRAMEWORK FILE FOLDER`: an endpoint that scores with a model it loads from a file. POST /predict {"rows": [[...]]} answers
{"probabilities": [...]}; GET /health answers 200. Prints its port once it is ready.
"""

import json
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer

from frameworks import FRAMEWORKS

framework, file, folder = sys.argv[1:4]
learner = FRAMEWORKS[framework]()
model = learner.load(file, folder)


class Endpoint(BaseHTTPRequestHandler):
    def do_GET(self):
        self.answer(200 if self.path == "/health" else 404, {})

    def do_POST(self):
        asked = json.loads(self.rfile.read(int(self.headers["content-length"])))
        self.answer(200, {"probabilities": learner.predict(model, asked["rows"])})

    def answer(self, status, content):
        body = json.dumps(content).encode()
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


server = HTTPServer(("127.0.0.1", 0), Endpoint)
print(server.server_address[1], flush=True)
server.serve_forever()

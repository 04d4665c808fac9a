"""`learn.py FRAMEWORK FOLDER`: trains a model, saves it, and prints what is to be recorded of it as one line of JSON."""

import json
import sys

from frameworks import FEATURES, FRAMEWORKS, SAMPLE

framework, folder = sys.argv[1:3]
learner = FRAMEWORKS[framework]()
file, version, hyperparameters, metrics = learner.train(folder)
inner = folder + "/again"
predictions = learner.predict(learner.load(file, inner), SAMPLE)
print(
    json.dumps(
        {
            "file": file,
            "framework": version,
            "hyperparameters": hyperparameters,
            "metrics": metrics,
            "signature": {
                "inputs": [{"name": name, "type": "double"} for name in FEATURES],
                "outputs": [{"name": "probability", "type": "double"}],
            },
            "sample": SAMPLE,
            "predictions": predictions,
        }
    )
)

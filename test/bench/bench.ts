/** `npm run bench [stores | models | artifacts]`: the feature store, models, the artifact store, or the estate of jobs and datasets. */
if (process.argv[2] === 'stores') await import('./stores/main.js');
else if (process.argv[2] === 'models') await import('./models/main.js');
else if (process.argv[2] === 'artifacts') await import('./artifacts/main.js');
else await import('./main.js');

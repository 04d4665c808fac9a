/** `npm run bench [stores]`: the feature store, or the estate of jobs and datasets. */
if (process.argv[2] === 'stores') await import('./stores/main.js');
else await import('./main.js');

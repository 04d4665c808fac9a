import '../../scripts/typescript.mjs';

await import('./main.ts');

// Customers' text as a function: whatever style it is written in, one function comes out that finds what to call.
// Leaves out running it.
(() => {
  'use strict';
  const world = __world;
  const AsyncFunction = (async () => {}).constructor;
  const NAMES = ['parameters', 'libraries', 'request', 'require', 'module', 'exports'];
  const USUAL = ['handler', 'handle', 'verify', 'main'];
  const DECLARED = /^(?:async\s+)?function\s*\*?\s+([A-Za-z_$][\w$]*)/gm;
  const IMPORT = /^import\s+(?:\*\s+as\s+)?([\w$]+|\{[^}]*\})\s+from\s+(['"][^'"\n]+['"])/gm;
  const EXPORT_DEFAULT = /^export\s+default\b/gm;
  const EXPORT = /^export\s+(?=(?:async\s+)?function\b|const\b|let\b|class\b)/gm;

  // Line breaks stay where they are, so that lines in errors are the customer's.
  function asCommonJs(text) {
    return text
      .replace(IMPORT, (_, names, module) => `const ${names.replace(/\bas\b/g, ':')} = require(${module})`)
      .replace(EXPORT_DEFAULT, 'module.exports =')
      .replace(EXPORT, '');
  }

  function declaredLast(text) {
    const names = [...text.matchAll(DECLARED)].map((match) => match[1]);
    return [...new Set([...USUAL, ...names.reverse()])];
  }

  // Throws SyntaxError, with the position in the customer's text.
  world.compile = (code) => {
    const text = asCommonJs(code);
    try {
      // one function, an arrow, an assignment to module.exports
      return new AsyncFunction(...NAMES, `return (${text.replace(/[;\s]+$/, '')}\n)`);
    } catch {
      const found = declaredLast(text)
        .map((name) => `typeof ${name} === 'function' ? ${name} : `)
        .join('');
      // what is exported counts before helpers of a usual name, and yourFunction before everything
      const isExported = "typeof module.exports === 'function' || Object.keys(module.exports ?? {}).length > 0 ? undefined : ";
      const first = `typeof yourFunction === 'function' ? yourFunction : `;
      // in a block, its own names may be those of our parameters
      return new AsyncFunction(...NAMES, `{${text}\n;return ${first}${isExported}${found}undefined}`);
    }
  };

  // What to call, of what the text gave: a function, or module.exports, or the one function in it.
  world.entry = (value, module) => {
    if (typeof value === 'function') {
      return value;
    }
    if (value !== undefined && value !== module.exports) {
      return undefined;
    }
    const exported = module.exports;
    if (typeof exported === 'function') {
      return exported;
    }
    const functions = Object.values(exported ?? {}).filter((one) => typeof one === 'function');
    return ['yourFunction', ...USUAL].map((name) => exported?.[name]).find((one) => typeof one === 'function') ?? functions[0];
  };
})();

// The verifier of wattledger evidence in one file; made by "npm run bundle".

// contracts/proof/evidence/refusal.ts
var EvidenceRefused = class extends Error {
  name = "EvidenceRefused";
  code;
  constructor(code, message, cause) {
    super(message, { cause });
    this.code = code;
  }
};

// node_modules/zod/v4/core/util.js
function getEnumValues(entries2) {
  const numericValues = Object.values(entries2).filter((v) => typeof v === "number");
  const values = Object.entries(entries2).filter(([k, _]) => numericValues.indexOf(+k) === -1).map(([_, v]) => v);
  return values;
}
function jsonStringifyReplacer(_, value) {
  if (typeof value === "bigint")
    return value.toString();
  return value;
}
var Cached = class {
  constructor(getter) {
    this._getter = getter;
    this._value = void 0;
  }
  get value() {
    const getter = this._getter;
    if (getter !== void 0) {
      this._value = getter();
      this._getter = void 0;
    }
    return this._value;
  }
};
function cached(getter) {
  return new Cached(getter);
}
function nullish(input) {
  return input === null || input === void 0;
}
function cleanRegex(source) {
  const start = source.startsWith("^") ? 1 : 0;
  const end = source.endsWith("$") ? source.length - 1 : source.length;
  return source.slice(start, end);
}
function assignProp(target, prop, value) {
  Object.defineProperty(target, prop, {
    value,
    writable: true,
    enumerable: true,
    configurable: true
  });
}
var captureStackTrace = "captureStackTrace" in Error ? Error.captureStackTrace : (..._args) => {
};
function isObject(data) {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}
var propertyKeyTypes = /* @__PURE__ */ new Set(["string", "number", "symbol"]);
function escapeRegex(str) {
  return str.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
function clone(inst, def, params) {
  const cl = new inst._zod.constr(def ?? inst._zod.def);
  if (!def || params?.parent)
    cl._zod.parent = inst;
  return cl;
}
function normalizeParams(_params) {
  const params = _params;
  if (!params)
    return {};
  if (typeof params === "string")
    return { error: () => params };
  if (params?.message !== void 0) {
    if (params?.error !== void 0)
      throw new Error("Cannot specify both `message` and `error` params");
    params.error = params.message;
  }
  delete params.message;
  if (typeof params.error === "string")
    return { ...params, error: () => params.error };
  return params;
}
function optionalKeys(shape2) {
  return Object.keys(shape2).filter((k) => {
    return shape2[k]._zod.optin !== void 0 && shape2[k]._zod.optout === "optional";
  });
}
var NUMBER_FORMAT_RANGES = /* @__PURE__ */ (() => ({
  safeint: [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
  int32: [-2147483648, 2147483647],
  uint32: [0, 4294967295],
  float32: [-34028234663852886e22, 34028234663852886e22],
  float64: [-Number.MAX_VALUE, Number.MAX_VALUE]
}))();
function aborted(x, startIndex = 0) {
  if (x.aborted === true)
    return true;
  for (let i = startIndex; i < x.issues.length; i++) {
    if (x.issues[i]?.continue !== true) {
      return true;
    }
  }
  return false;
}
function explicitlyAborted(x, startIndex = 0) {
  if (x.aborted === true)
    return true;
  for (let i = startIndex; i < x.issues.length; i++) {
    if (x.issues[i]?.continue === false) {
      return true;
    }
  }
  return false;
}
function prefixIssues(path, issues) {
  return issues.map((iss) => {
    var _a3;
    (_a3 = iss).path ?? (_a3.path = []);
    iss.path.unshift(path);
    return iss;
  });
}
function unwrapMessage(message) {
  return typeof message === "string" ? message : message?.message;
}
function sizeCaps(defChecks) {
  const caps = [];
  for (const ch of defChecks ?? []) {
    const d = ch._zod.def;
    if (!/_(length|size)$|_equals$/.test(d.check))
      break;
    const max = d.maximum ?? d.length ?? d.size;
    if (max >= 0)
      caps.push([max, ch]);
  }
  return caps;
}
function attachSchema(issues, start, inst) {
  var _a3;
  for (let i = start; i < issues.length; i++) {
    (_a3 = issues[i]).schema ?? (_a3.schema = inst);
  }
}
function finalizeIssue(iss, ctx, config2) {
  var _a3;
  const traits = iss.inst?._zod?.traits;
  if (traits?.has("$ZodType")) {
    if (traits.has("$ZodCheck"))
      (_a3 = iss).schema ?? (_a3.schema = iss.inst);
    else
      iss.schema = iss.inst;
  }
  const schemaError = iss.schema !== iss.inst ? iss.schema?._zod.def?.error : void 0;
  const message = iss.message ? iss.message : unwrapMessage(iss.inst?._zod.def?.error?.(iss)) ?? unwrapMessage(schemaError?.(iss)) ?? unwrapMessage(ctx?.error?.(iss)) ?? unwrapMessage(config2.customError?.(iss)) ?? unwrapMessage(config2.localeError?.(iss)) ?? "Invalid input";
  const full = {};
  for (const k of Object.keys(iss)) {
    if (k === "inst" || k === "schema" || k === "continue" || k === "input" || k === "__proto__")
      continue;
    full[k] = iss[k];
  }
  full.path ?? (full.path = []);
  full.message = message;
  if (ctx?.reportInput) {
    full.input = iss.input;
  }
  return full;
}
var highSurrogate = /[\uD800-\uDBFF]/;
function codePointLength(str) {
  const units = str.length;
  if (!highSurrogate.test(str))
    return units;
  let count2 = units;
  for (let i = 0; i < units - 1; i++) {
    if ((str.charCodeAt(i) & 64512) === 55296 && (str.charCodeAt(i + 1) & 64512) === 56320) {
      count2--;
      i++;
    }
  }
  return count2;
}
function getLengthableOrigin(input) {
  if (Array.isArray(input))
    return "array";
  if (typeof input === "string")
    return "string";
  return "unknown";
}
function members(proto, table) {
  for (const key in table) {
    const desc = Object.getOwnPropertyDescriptor(table, key);
    if (desc.get)
      Object.defineProperty(proto, key, { ...desc, enumerable: false });
    else
      defineBound(proto, key, desc.value);
  }
}
function own(inst, key, value, enumerable = true) {
  Object.defineProperty(inst, key, { configurable: true, writable: true, enumerable, value });
  return value;
}
function hide(inst, key, value) {
  return own(inst, key, value, false);
}
function defineBound(proto, key, fn) {
  Object.defineProperty(proto, key, {
    configurable: true,
    get() {
      return this == null ? fn : own(this, key, fn.bind(this));
    },
    set(value) {
      own(this, key, value);
    }
  });
}
function claim(inst, sentinel) {
  const proto = Object.getPrototypeOf(inst);
  return sentinel in proto ? void 0 : proto;
}
var installing;
var broke = false;
var breaker = {
  configurable: true,
  get() {
    broke = true;
    return void 0;
  }
};
function defineLazyInternal(inst, key, compute) {
  const proto = Object.getPrototypeOf(inst._zod);
  if (key in proto && installing !== inst._zod) {
    installing = void 0;
    return;
  }
  installing = inst._zod;
  Object.defineProperty(proto, key, {
    configurable: true,
    get() {
      Object.defineProperty(this, key, breaker);
      const outer = broke;
      broke = false;
      try {
        const value = compute(this);
        if (broke)
          delete this[key];
        else
          Object.defineProperty(this, key, { configurable: true, writable: true, value });
        broke = broke || outer;
        return value;
      } catch (err) {
        delete this[key];
        broke = broke || outer;
        throw err;
      }
    },
    set(value) {
      Object.defineProperty(this, key, { configurable: true, writable: true, value });
    }
  });
}
function installLazyProp(inst, key, make, enumerable) {
  const proto = claim(inst, key);
  if (!proto)
    return;
  Object.defineProperty(proto, key, {
    configurable: true,
    get() {
      const desc = { configurable: true, writable: true, enumerable, value: void 0 };
      Object.defineProperty(this, key, desc);
      desc.value = make(this);
      Object.defineProperty(this, key, desc);
      return desc.value;
    },
    set(value) {
      Object.defineProperty(this, key, { configurable: true, writable: true, enumerable, value });
    }
  });
}

// node_modules/zod/v4/core/core.js
var _a;
var _zodDesc = { value: void 0, enumerable: false };
var _E = "captureStackTrace" in Error ? Error : null;
function newError(Definition) {
  const E = _E;
  if (E) {
    const saved = E.stackTraceLimit;
    if (typeof saved === "number") {
      try {
        E.stackTraceLimit = 0;
      } catch {
        _E = null;
        return new Definition();
      }
      try {
        return new Definition();
      } finally {
        E.stackTraceLimit = saved;
      }
    }
  }
  return new Definition();
}
// @__NO_SIDE_EFFECTS__
function $constructor(name, initializer2, proto, params) {
  const zodProto = {};
  function Internals(def) {
    this.def = def;
    this.constr = _;
    this.traits = /* @__PURE__ */ new Set();
  }
  Internals.prototype = zodProto;
  const protoMembers = proto;
  const initialized = protoMembers && /* @__PURE__ */ new WeakSet();
  function init(inst, def) {
    if (!inst._zod) {
      _zodDesc.value = new Internals(def);
      try {
        Object.defineProperty(inst, "_zod", _zodDesc);
      } finally {
        _zodDesc.value = void 0;
      }
    } else if (inst._zod.traits.has(name)) {
      return;
    }
    inst._zod.traits.add(name);
    initializer2(inst, def);
    if (initialized) {
      const own2 = Object.getPrototypeOf(inst);
      const ctorProto = inst._zod.constr.prototype;
      let up = own2;
      while (up && up !== ctorProto)
        up = Object.getPrototypeOf(up);
      const target = up ?? own2;
      if (!initialized.has(target)) {
        initialized.add(target);
        members(target, protoMembers);
      }
    }
    const proto2 = _.prototype;
    for (const k in proto2) {
      if (!Object.prototype.hasOwnProperty.call(proto2, k))
        continue;
      if (!(k in inst)) {
        inst[k] = proto2[k].bind(inst);
      }
    }
  }
  const Parent = params?.Parent ?? Object;
  class Definition extends Parent {
  }
  Object.defineProperty(Definition, "name", { value: name });
  function _(def) {
    const inst = params?.Parent ? newError(Definition) : this;
    init(inst, def);
    const deferred = inst._zod.deferred;
    if (deferred) {
      for (const fn of deferred) {
        fn();
      }
      inst._zod.deferred = void 0;
    }
    const pp = globalThis.__zod_globalConfig?.postProcessor;
    if (pp)
      pp(inst);
    return inst;
  }
  Object.defineProperty(_, "init", { value: init });
  Object.defineProperty(_, Symbol.hasInstance, {
    value: (inst) => {
      if (params?.Parent && inst instanceof params.Parent)
        return true;
      return inst?._zod?.traits?.has(name);
    }
  });
  Object.defineProperty(_, "name", { value: name });
  return _;
}
var $ZodAsyncError = class extends Error {
  constructor() {
    super(`Encountered Promise during synchronous parse. Use .parseAsync() instead.`);
  }
};
(_a = globalThis).__zod_globalConfig ?? (_a.__zod_globalConfig = {});
var globalConfig = globalThis.__zod_globalConfig;
function config(newConfig) {
  if (newConfig)
    Object.assign(globalConfig, newConfig);
  return globalConfig;
}

// node_modules/zod/v4/core/errors.js
function _getMessage() {
  const internals = this._zod;
  internals.message ?? (internals.message = JSON.stringify(internals.def, jsonStringifyReplacer, 2));
  return internals.message;
}
function _setMessage(value) {
  this._zod.message = value;
}
var _messageDesc = {
  get: _getMessage,
  set: _setMessage,
  enumerable: true,
  configurable: true
};
var _issuesDesc = { value: void 0, enumerable: false };
var _installedToString = /* @__PURE__ */ new WeakSet([Object.prototype, Error.prototype]);
var initializer = (inst, def) => {
  inst.name = "$ZodError";
  _issuesDesc.value = def;
  Object.defineProperty(inst, "issues", _issuesDesc);
  _issuesDesc.value = void 0;
  Object.defineProperty(inst, "message", _messageDesc);
  const proto = Object.getPrototypeOf(inst);
  if (!_installedToString.has(proto)) {
    _installedToString.add(proto);
    Object.defineProperty(proto, "toString", {
      configurable: true,
      enumerable: false,
      get() {
        const value = () => this.message;
        Object.defineProperty(this, "toString", { value, configurable: true, writable: true });
        return value;
      },
      set(value) {
        Object.defineProperty(this, "toString", { value, configurable: true, writable: true });
      }
    });
  }
};
var $ZodError = $constructor("$ZodError", initializer);
var $ZodRealError = $constructor("$ZodError", initializer, void 0, {
  Parent: Error
});

// node_modules/zod/v4/core/parse.js
var _parse = (_Err) => {
  const fn = (schema, value, _ctx, _params) => {
    const ctx = _ctx ? { ..._ctx, async: false } : { async: false };
    const result = schema._zod.run({ value, issues: [] }, ctx);
    if (result instanceof Promise) {
      throw new $ZodAsyncError();
    }
    if (result.issues.length) {
      const e = new (_params?.Err ?? _Err)(result.issues.map((iss) => finalizeIssue(iss, ctx, config())));
      captureStackTrace(e, _params?.callee ?? fn);
      throw e;
    }
    return result.value;
  };
  return fn;
};
var parse = /* @__PURE__ */ _parse($ZodRealError);
var _parseAsync = (_Err) => {
  const fn = async (schema, value, _ctx, params) => {
    const ctx = _ctx ? { ..._ctx, async: true } : { async: true };
    let result = schema._zod.run({ value, issues: [] }, ctx);
    if (result instanceof Promise)
      result = await result;
    if (result.issues.length) {
      const e = new (params?.Err ?? _Err)(result.issues.map((iss) => finalizeIssue(iss, ctx, config())));
      captureStackTrace(e, params?.callee ?? fn);
      throw e;
    }
    return result.value;
  };
  return fn;
};
var parseAsync = /* @__PURE__ */ _parseAsync($ZodRealError);
var _safeParse = (_Err) => (schema, value, _ctx) => {
  const ctx = _ctx ? { ..._ctx, async: false } : { async: false };
  const result = schema._zod.run({ value, issues: [] }, ctx);
  if (result instanceof Promise) {
    throw new $ZodAsyncError();
  }
  return result.issues.length ? failure(_Err, result.issues, ctx) : { success: true, data: result.value };
};
var safeParse = /* @__PURE__ */ _safeParse($ZodRealError);
function failure(Err, issues, ctx) {
  let error;
  return {
    success: false,
    get error() {
      if (!error) {
        error = new Err(issues.map((iss) => finalizeIssue(iss, ctx, config())));
        issues = void 0;
        ctx = void 0;
      }
      return error;
    },
    set error(e) {
      error = e;
      issues = void 0;
      ctx = void 0;
    }
  };
}
var _safeParseAsync = (_Err) => async (schema, value, _ctx) => {
  const ctx = _ctx ? { ..._ctx, async: true } : { async: true };
  let result = schema._zod.run({ value, issues: [] }, ctx);
  if (result instanceof Promise)
    result = await result;
  return result.issues.length ? failure(_Err, result.issues, ctx) : { success: true, data: result.value };
};
var safeParseAsync = /* @__PURE__ */ _safeParseAsync($ZodRealError);

// node_modules/zod/v4/core/regexes.js
var anyString = /^[\s\S]{0,}$/;
var number = /^-?\d+(?:\.\d+)?$/;

// node_modules/zod/v4/core/checks.js
var $ZodCheck = /* @__PURE__ */ $constructor("$ZodCheck", (inst, def) => {
  var _a3;
  inst._zod ?? (inst._zod = {});
  inst._zod.def = def;
  (_a3 = inst._zod).onattach ?? (_a3.onattach = []);
});
var _whenHasLength = (payload) => {
  const val = payload.value;
  return !nullish(val) && val.length !== void 0;
};
var numericOriginMap = {
  number: "number",
  bigint: "bigint",
  object: "date"
};
var $ZodCheckLessThan = /* @__PURE__ */ $constructor("$ZodCheckLessThan", (inst, def) => {
  $ZodCheck.init(inst, def);
  const origin = numericOriginMap[typeof def.value];
  inst._zod.check = (payload) => {
    if (def.inclusive ? payload.value <= def.value : payload.value < def.value) {
      return;
    }
    payload.issues.push({
      origin: numericOriginMap[typeof payload.value] ?? origin,
      code: "too_big",
      maximum: typeof def.value === "object" ? def.value.getTime() : def.value,
      input: payload.value,
      inclusive: def.inclusive,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckGreaterThan = /* @__PURE__ */ $constructor("$ZodCheckGreaterThan", (inst, def) => {
  $ZodCheck.init(inst, def);
  const origin = numericOriginMap[typeof def.value];
  inst._zod.check = (payload) => {
    if (def.inclusive ? payload.value >= def.value : payload.value > def.value) {
      return;
    }
    payload.issues.push({
      origin: numericOriginMap[typeof payload.value] ?? origin,
      code: "too_small",
      minimum: typeof def.value === "object" ? def.value.getTime() : def.value,
      input: payload.value,
      inclusive: def.inclusive,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckNumberFormat = /* @__PURE__ */ $constructor("$ZodCheckNumberFormat", (inst, def) => {
  $ZodCheck.init(inst, def);
  def.format = def.format || "float64";
  const isInt = def.format?.includes("int");
  const origin = isInt ? "int" : "number";
  const [minimum, maximum] = NUMBER_FORMAT_RANGES[def.format];
  inst._zod.check = (payload) => {
    const input = payload.value;
    if (isInt) {
      if (!Number.isInteger(input)) {
        payload.issues.push({
          expected: origin,
          format: def.format,
          code: "invalid_type",
          continue: false,
          input,
          inst
        });
        return;
      }
      if (!Number.isSafeInteger(input)) {
        if (input > 0) {
          payload.issues.push({
            input,
            code: "too_big",
            maximum: Number.MAX_SAFE_INTEGER,
            note: "Integers must be within the safe integer range.",
            inst,
            origin,
            inclusive: true,
            continue: !def.abort
          });
        } else {
          payload.issues.push({
            input,
            code: "too_small",
            minimum: Number.MIN_SAFE_INTEGER,
            note: "Integers must be within the safe integer range.",
            inst,
            origin,
            inclusive: true,
            continue: !def.abort
          });
        }
        return;
      }
    }
    if (input < minimum) {
      payload.issues.push({
        origin: "number",
        input,
        code: "too_small",
        minimum,
        inclusive: true,
        inst,
        continue: !def.abort
      });
    }
    if (input > maximum) {
      payload.issues.push({
        origin: "number",
        input,
        code: "too_big",
        maximum,
        inclusive: true,
        inst,
        continue: !def.abort
      });
    }
  };
});
var $ZodCheckMinLength = /* @__PURE__ */ $constructor("$ZodCheckMinLength", (inst, def) => {
  var _a3;
  $ZodCheck.init(inst, def);
  (_a3 = inst._zod.def).when ?? (_a3.when = _whenHasLength);
  inst._zod.check = (payload) => {
    const input = payload.value;
    const units = input.length;
    const length = typeof input === "string" && units >= def.minimum && units < def.minimum * 2 ? codePointLength(input) : units;
    if (length >= def.minimum)
      return;
    const origin = getLengthableOrigin(input);
    payload.issues.push({
      origin,
      code: "too_small",
      minimum: def.minimum,
      inclusive: true,
      input,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckStringFormat = /* @__PURE__ */ $constructor("$ZodCheckStringFormat", (inst, def) => {
  var _a3, _b;
  $ZodCheck.init(inst, def);
  if (def.pattern)
    (_a3 = inst._zod).check ?? (_a3.check = (payload) => {
      def.pattern.lastIndex = 0;
      if (def.pattern.test(payload.value))
        return;
      payload.issues.push({
        origin: "string",
        code: "invalid_format",
        format: def.format,
        input: payload.value,
        ...def.pattern ? { pattern: def.pattern.toString() } : {},
        inst,
        continue: !def.abort
      });
    });
  else
    (_b = inst._zod).check ?? (_b.check = () => {
    });
});
var $ZodCheckRegex = /* @__PURE__ */ $constructor("$ZodCheckRegex", (inst, def) => {
  $ZodCheckStringFormat.init(inst, def);
  inst._zod.check = (payload) => {
    def.pattern.lastIndex = 0;
    if (def.pattern.test(payload.value))
      return;
    payload.issues.push({
      origin: "string",
      code: "invalid_format",
      format: "regex",
      input: payload.value,
      pattern: def.pattern.toString(),
      inst,
      continue: !def.abort
    });
  };
});

// node_modules/zod/v4/core/versions.js
var version = {
  major: 4,
  minor: 6,
  patch: 7
};

// node_modules/zod/v4/core/schemas.js
var $ZodType = /* @__PURE__ */ $constructor("$ZodType", (inst, def) => {
  var _a3;
  inst ?? (inst = {});
  inst._zod.def = def;
  inst._zod.bag = inst._zod.bag || {};
  inst._zod.version = version;
  const defChecks = inst._zod.def.checks;
  const checks = inst._zod.traits.has("$ZodCheck") ? [inst, ...defChecks ?? []] : defChecks?.length ? [...defChecks] : [];
  for (const ch of checks) {
    for (const fn of ch._zod.onattach) {
      fn(inst);
    }
  }
  if (checks.length === 0) {
    (_a3 = inst._zod).deferred ?? (_a3.deferred = []);
    inst._zod.deferred?.push(() => {
      inst._zod.run = inst._zod.parse;
    });
  } else {
    const runChecks = (payload, checks2, ctx) => {
      if (payload.memo)
        return payload;
      let isAborted = aborted(payload);
      let asyncResult;
      for (const ch of checks2) {
        if (ch._zod.def.when) {
          if (explicitlyAborted(payload))
            continue;
          const shouldRun = ch._zod.def.when(payload);
          if (!shouldRun)
            continue;
        } else if (isAborted) {
          continue;
        }
        const currLen = payload.issues.length;
        const _ = ch._zod.check(payload);
        if (_ instanceof Promise && ctx?.async === false) {
          throw new $ZodAsyncError();
        }
        if (asyncResult || _ instanceof Promise) {
          asyncResult = (asyncResult ?? Promise.resolve()).then(async () => {
            await _;
            const nextLen = payload.issues.length;
            if (nextLen === currLen)
              return;
            attachSchema(payload.issues, currLen, inst);
            if (!isAborted)
              isAborted = aborted(payload, currLen);
          });
        } else {
          const nextLen = payload.issues.length;
          if (nextLen === currLen)
            continue;
          attachSchema(payload.issues, currLen, inst);
          if (!isAborted)
            isAborted = aborted(payload, currLen);
        }
      }
      if (asyncResult) {
        return asyncResult.then(() => {
          return payload;
        });
      }
      return payload;
    };
    const handleCanaryResult = (canary, payload, ctx) => {
      if (aborted(canary)) {
        canary.aborted = true;
        return canary;
      }
      const checkResult = runChecks(payload, checks, ctx);
      if (checkResult instanceof Promise) {
        if (ctx.async === false)
          throw new $ZodAsyncError();
        return checkResult.then((checkResult2) => inst._zod.parse(checkResult2, ctx));
      }
      return inst._zod.parse(checkResult, ctx);
    };
    inst._zod.run = (payload, ctx) => {
      if (ctx.skipChecks) {
        return inst._zod.parse(payload, ctx);
      }
      if (ctx.direction === "backward") {
        const canary = inst._zod.parse({ value: payload.value, issues: [] }, { ...ctx, skipChecks: true });
        if (canary instanceof Promise) {
          return canary.then((canary2) => {
            return handleCanaryResult(canary2, payload, ctx);
          });
        }
        return handleCanaryResult(canary, payload, ctx);
      }
      const result = inst._zod.parse(payload, ctx);
      if (result instanceof Promise) {
        if (ctx.async === false)
          throw new $ZodAsyncError();
        return result.then((result2) => runChecks(result2, checks, ctx));
      }
      return runChecks(result, checks, ctx);
    };
  }
}, {
  // Wrappers extend this by installing a richer factory over it; reading it eagerly would defeat the laziness.
  get "~standard"() {
    return hide(this, "~standard", standardProps(this));
  },
  set "~standard"(value) {
    own(this, "~standard", value);
  }
});
var toStandardResult = (r, ctx) => r.issues.length ? { issues: r.issues.map((iss) => finalizeIssue(iss, ctx, config())) } : { value: r.value };
async function validateAsync(inst, value) {
  const ctx = { async: true };
  return toStandardResult(await inst._zod.run({ value, issues: [] }, ctx), ctx);
}
function standardProps(inst) {
  return {
    validate: (value) => {
      const ctx = { async: false };
      try {
        const r = inst._zod.run({ value, issues: [] }, ctx);
        if (!(r instanceof Promise))
          return toStandardResult(r, ctx);
      } catch (_) {
      }
      return validateAsync(inst, value);
    },
    vendor: "zod",
    version: 1
  };
}
var $ZodString = /* @__PURE__ */ $constructor("$ZodString", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.pattern = def.pattern ?? anyString;
  inst._zod.parse = (payload, _) => {
    if (def.coerce)
      try {
        payload.value = String(payload.value);
      } catch (_2) {
      }
    if (typeof payload.value === "string")
      return payload;
    payload.issues.push({
      expected: "string",
      code: "invalid_type",
      input: payload.value,
      inst
    });
    return payload;
  };
});
var $ZodNumber = /* @__PURE__ */ $constructor("$ZodNumber", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.pattern = number;
  inst._zod.parse = (payload, _ctx) => {
    if (def.coerce)
      try {
        payload.value = Number(payload.value);
      } catch (_) {
      }
    const input = payload.value;
    if (typeof input === "number" && !Number.isNaN(input) && Number.isFinite(input)) {
      return payload;
    }
    const received = typeof input === "number" ? Number.isNaN(input) ? "NaN" : !Number.isFinite(input) ? String(input) : void 0 : void 0;
    payload.issues.push({
      expected: "number",
      code: "invalid_type",
      input,
      inst,
      ...received ? { received } : {}
    });
    return payload;
  };
});
var $ZodNumberFormat = /* @__PURE__ */ $constructor("$ZodNumberFormat", (inst, def) => {
  $ZodCheckNumberFormat.init(inst, def);
  $ZodNumber.init(inst, def);
});
var $ZodNever = /* @__PURE__ */ $constructor("$ZodNever", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.parse = (payload, _ctx) => {
    payload.issues.push({
      expected: "never",
      code: "invalid_type",
      input: payload.value,
      inst
    });
    return payload;
  };
});
function capSize(inst, size) {
  const caps = sizeCaps(inst._zod.def.checks);
  if (!caps.length)
    return;
  const cap = Math.min(...caps.map((c) => c[0]));
  const parse2 = inst._zod.parse;
  inst._zod.parse = (payload, ctx) => {
    const n = size(payload.value);
    if (n > cap && !ctx?.skipChecks && ctx?.direction !== "backward") {
      for (const [max, ch] of sizeCaps(inst._zod.def.checks)) {
        if (n > max && ch._zod.def.when(payload)) {
          const start = payload.issues.length;
          ch._zod.check(payload);
          payload.issues[start].continue = false;
          attachSchema(payload.issues, start, inst);
          return payload;
        }
      }
    }
    return parse2(payload, ctx);
  };
}
var arraySize = (input) => Array.isArray(input) ? input.length : -1;
function handleArrayResult(result, final, index) {
  if (result.issues.length) {
    final.issues.push(...prefixIssues(index, result.issues));
  }
  final.value[index] = result.value;
}
var $ZodArray = /* @__PURE__ */ $constructor("$ZodArray", (inst, def) => {
  $ZodType.init(inst, def);
  const memo = globalConfig.memoizer;
  memo?.attach(inst);
  inst._zod.parse = (payload, ctx) => {
    const input = payload.value;
    if (!Array.isArray(input)) {
      payload.issues.push({
        expected: "array",
        code: "invalid_type",
        input,
        inst
      });
      return payload;
    }
    payload.value = memo ? memo.alloc(inst, payload, Array(input.length), ctx) : Array(input.length);
    const proms = [];
    const abortEarly = ctx?.abortEarly;
    for (let i = 0; i < input.length; i++) {
      const item = input[i];
      const result = def.element._zod.run({
        value: item,
        issues: []
      }, ctx);
      if (result instanceof Promise) {
        proms.push(result.then((result2) => handleArrayResult(result2, payload, i)));
      } else {
        handleArrayResult(result, payload, i);
        if (abortEarly && result.issues.length !== 0 && aborted(result))
          break;
      }
    }
    if (proms.length) {
      return Promise.all(proms).then(() => payload);
    }
    return payload;
  };
  capSize(inst, arraySize);
});
function handlePropertyResult(result, final, key, input, optin, optout) {
  const isPresent = key in input;
  const isOptionalOut = optout === "optional";
  if (!isPresent && isOptionalOut && optin === "optional") {
    return;
  }
  if (result.issues.length) {
    if (optin !== void 0 && isOptionalOut && !isPresent) {
      return;
    }
    final.issues.push(...prefixIssues(key, result.issues));
  }
  if (!isPresent && optin === void 0) {
    if (!result.issues.length) {
      final.issues.push({
        code: "invalid_type",
        expected: "nonoptional",
        input: void 0,
        path: [key]
      });
    }
    return;
  }
  if (result.value === void 0) {
    if (isPresent || optin === "defaulted" && !isOptionalOut) {
      final.value[key] = void 0;
    }
  } else {
    final.value[key] = result.value;
  }
}
var NO_SYMBOL_KEYS = [];
function normalizeDef(def) {
  const keys = Object.keys(def.shape);
  const ownSymbols = Object.getOwnPropertySymbols(def.shape);
  const symbolKeys = ownSymbols.length ? ownSymbols : NO_SYMBOL_KEYS;
  const allKeys = symbolKeys.length ? [...keys, ...symbolKeys] : keys;
  for (const k of allKeys) {
    if (!def.shape?.[k]?._zod?.traits?.has("$ZodType")) {
      throw new Error(`Invalid element at key "${String(k)}": expected a Zod schema`);
    }
  }
  const okeys = optionalKeys(def.shape);
  return {
    ...def,
    allKeys,
    symbolKeys,
    // string-only: handleCatchall matches it against `for...in`, which never yields a symbol
    keySet: new Set(keys),
    numKeys: keys.length,
    optionalKeys: new Set(okeys)
  };
}
function handleCatchall(proms, input, payload, ctx, def, inst, abortEarly) {
  const unrecognized = [];
  const keySet = def.keySet;
  const _catchall = def.catchall._zod;
  const t = _catchall.def.type;
  const optin = _catchall.optin;
  const optout = _catchall.optout;
  let seen = 0;
  for (const key in input) {
    if (abortEarly && payload.issues.length !== seen) {
      if (aborted(payload, seen))
        break;
      seen = payload.issues.length;
    }
    if (keySet.has(key))
      continue;
    if (key === "__proto__") {
      if (t === "never")
        unrecognized.push(key);
      continue;
    }
    if (t === "never") {
      unrecognized.push(key);
      continue;
    }
    const r = _catchall.run({ value: input[key], issues: [] }, ctx);
    if (r instanceof Promise) {
      proms.push(r.then((r2) => handlePropertyResult(r2, payload, key, input, optin, optout)));
    } else {
      handlePropertyResult(r, payload, key, input, optin, optout);
    }
  }
  if (unrecognized.length) {
    payload.issues.push({
      code: "unrecognized_keys",
      keys: unrecognized,
      input,
      inst,
      // Describes the shape of the input, not the validity of the parsed value, so it never aborts. The parse still fails; the schema's own checks just get to run first, and an enclosing intersection can reconcile the key against a sibling operand.
      continue: true
    });
  }
  if (!proms.length)
    return payload;
  return Promise.all(proms).then(() => {
    return payload;
  });
}
var $ZodObject = /* @__PURE__ */ $constructor("$ZodObject", (inst, def) => {
  $ZodType.init(inst, def);
  const desc = Object.getOwnPropertyDescriptor(def, "shape");
  const sh = desc?.get ? desc.get.raw : def.shape ?? {};
  if (sh) {
    const get = () => {
      const newSh = { ...sh };
      Object.defineProperty(def, "shape", { value: newSh });
      get.raw = newSh;
      return newSh;
    };
    get.raw = sh;
    Object.defineProperty(def, "shape", { get });
  }
  const _normalized = cached(() => normalizeDef(def));
  defineLazyInternal(inst, "propValues", (zod) => {
    const shape2 = zod.def.shape;
    const propValues = {};
    for (const key in shape2) {
      const field = shape2[key]._zod;
      if (field.values) {
        if (!Object.prototype.hasOwnProperty.call(propValues, key)) {
          assignProp(propValues, key, /* @__PURE__ */ new Set());
        }
        for (const v of field.values)
          propValues[key].add(v);
        if (field.optin !== void 0)
          propValues[key].add(void 0);
      }
    }
    return propValues;
  });
  const isObject2 = isObject;
  const catchall = def.catchall;
  let value;
  const memo = globalConfig.memoizer;
  memo?.attach(inst);
  inst._zod.parse = (payload, ctx) => {
    value ?? (value = _normalized.value);
    const input = payload.value;
    if (!isObject2(input)) {
      payload.issues.push({
        expected: "object",
        code: "invalid_type",
        input,
        inst
      });
      return payload;
    }
    payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
    const proms = [];
    const shape2 = value.shape;
    const abortEarly = ctx?.abortEarly;
    let seen = payload.issues.length;
    for (const key of value.allKeys) {
      if (abortEarly && payload.issues.length !== seen) {
        if (aborted(payload, seen))
          break;
        seen = payload.issues.length;
      }
      if (key === "__proto__")
        continue;
      const el = shape2[key];
      const optin = el._zod.optin;
      const optout = el._zod.optout;
      const r = el._zod.run({ value: input[key], issues: [] }, ctx);
      if (r instanceof Promise) {
        proms.push(r.then((r2) => handlePropertyResult(r2, payload, key, input, optin, optout)));
      } else {
        handlePropertyResult(r, payload, key, input, optin, optout);
      }
    }
    if (!catchall) {
      return proms.length ? Promise.all(proms).then(() => payload) : payload;
    }
    return handleCatchall(proms, input, payload, ctx, _normalized.value, inst, abortEarly === true);
  };
});
var $ZodEnum = /* @__PURE__ */ $constructor("$ZodEnum", (inst, def) => {
  $ZodType.init(inst, def);
  const values = getEnumValues(def.entries);
  const valuesSet = new Set(values);
  inst._zod.values = valuesSet;
  defineLazyInternal(inst, "pattern", (zod) => {
    const patternValues = getEnumValues(zod.def.entries).filter((k) => propertyKeyTypes.has(typeof k));
    return new RegExp(patternValues.length ? `^(${patternValues.map((o) => escapeRegex(o.toString())).join("|")})$` : "^[^\\s\\S]$");
  });
  inst._zod.parse = (payload, _ctx) => {
    const input = payload.value;
    if (valuesSet.has(input)) {
      return payload;
    }
    payload.issues.push({
      code: "invalid_value",
      values,
      input,
      inst
    });
    return payload;
  };
});
var $ZodLiteral = /* @__PURE__ */ $constructor("$ZodLiteral", (inst, def) => {
  $ZodType.init(inst, def);
  const values = new Set(def.values);
  inst._zod.values = values;
  defineLazyInternal(inst, "pattern", (zod) => {
    const vals = zod.def.values;
    return new RegExp(vals.length ? `^(${vals.map((o) => typeof o === "string" ? escapeRegex(o) : o ? escapeRegex(o.toString()) : String(o)).join("|")})$` : "^[^\\s\\S]$");
  });
  inst._zod.parse = (payload, _ctx) => {
    const input = payload.value;
    if (values.has(input)) {
      return payload;
    }
    payload.issues.push({
      code: "invalid_value",
      values: def.values,
      input,
      inst
    });
    return payload;
  };
});
var $ZodNullable = /* @__PURE__ */ $constructor("$ZodNullable", (inst, def) => {
  $ZodType.init(inst, def);
  defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin);
  defineLazyInternal(inst, "optout", (zod) => zod.def.innerType._zod.optout);
  defineLazyInternal(inst, "pattern", (zod) => {
    const pattern = zod.def.innerType._zod.pattern;
    return pattern ? new RegExp(`^(${cleanRegex(pattern.source)}|null)$`) : void 0;
  });
  defineLazyInternal(inst, "values", (zod) => {
    return zod.def.innerType._zod.values ? /* @__PURE__ */ new Set([...zod.def.innerType._zod.values, null]) : void 0;
  });
  inst._zod.parse = (payload, ctx) => {
    if (payload.value === null)
      return payload;
    return def.innerType._zod.run(payload, ctx);
  };
});

// node_modules/zod/v4/core/registries.js
var _a2;
var $ZodRegistry = class {
  constructor() {
    this._map = /* @__PURE__ */ new WeakMap();
    this._idmap = /* @__PURE__ */ new Map();
  }
  add(schema, ..._meta) {
    const meta2 = _meta[0];
    this._map.set(schema, meta2);
    if (meta2 && typeof meta2 === "object" && "id" in meta2) {
      this._idmap.set(meta2.id, schema);
    }
    return this;
  }
  clear() {
    this._map = /* @__PURE__ */ new WeakMap();
    this._idmap = /* @__PURE__ */ new Map();
    return this;
  }
  remove(schema) {
    const meta2 = this._map.get(schema);
    if (meta2 && typeof meta2 === "object" && "id" in meta2) {
      this._idmap.delete(meta2.id);
    }
    this._map.delete(schema);
    return this;
  }
  get(schema) {
    const p = schema._zod.parent;
    if (p) {
      const pm = { ...this.get(p) ?? {} };
      delete pm.id;
      const f = { ...pm, ...this._map.get(schema) };
      return Object.keys(f).length ? f : void 0;
    }
    return this._map.get(schema);
  }
  has(schema) {
    return this._map.has(schema);
  }
};
function registry() {
  return new $ZodRegistry();
}
(_a2 = globalThis).__zod_globalRegistry ?? (_a2.__zod_globalRegistry = registry());
var globalRegistry = globalThis.__zod_globalRegistry;

// node_modules/zod/v4/core/api.js
function snapshotChecks(def) {
  if (def.checks)
    def.checks = [...def.checks];
  return def;
}
// @__NO_SIDE_EFFECTS__
function _string(Class, params) {
  return new Class(snapshotChecks({ type: "string", ...normalizeParams(params) }));
}
// @__NO_SIDE_EFFECTS__
function _int(Class, params) {
  return new Class({
    type: "number",
    check: "number_format",
    abort: false,
    format: "safeint",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _never(Class, params) {
  return new Class({
    type: "never",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _lte(value, params) {
  return new $ZodCheckLessThan({
    check: "less_than",
    ...normalizeParams(params),
    value,
    inclusive: true
  });
}
// @__NO_SIDE_EFFECTS__
function _gte(value, params) {
  return new $ZodCheckGreaterThan({
    check: "greater_than",
    ...normalizeParams(params),
    value,
    inclusive: true
  });
}
// @__NO_SIDE_EFFECTS__
function _minLength(minimum, params) {
  return new $ZodCheckMinLength({
    check: "min_length",
    ...normalizeParams(params),
    minimum
  });
}
// @__NO_SIDE_EFFECTS__
function _regex(pattern, params) {
  return new $ZodCheckRegex({
    check: "string_format",
    format: "regex",
    ...normalizeParams(params),
    pattern
  });
}
// @__NO_SIDE_EFFECTS__
function describe(description) {
  const ch = new $ZodCheck({ check: "describe" });
  ch._zod.onattach = [
    (inst) => {
      const existing = globalRegistry.get(inst) ?? {};
      globalRegistry.add(inst, { ...existing, description });
    }
  ];
  ch._zod.check = () => {
  };
  return ch;
}

// node_modules/zod/v4/mini/schemas.js
var ZodMiniType = /* @__PURE__ */ $constructor("ZodMiniType", (inst, def) => {
  if (!inst._zod)
    throw new Error("Uninitialized schema in ZodMiniType.");
  $ZodType.init(inst, def);
  inst.def = def;
  inst.type = def.type;
}, {
  // `with` is an alias for `check`: the same function object, not a wrapper.
  get with() {
    return this.check;
  },
  set with(value) {
    own(this, "with", value);
  },
  parse(data, params) {
    return parse(this, data, params, { callee: this.parse });
  },
  parseAsync(data, params) {
    return parseAsync(this, data, params, { callee: this.parseAsync });
  },
  safeParse(data, params) {
    return safeParse(this, data, params);
  },
  safeParseAsync(data, params) {
    return safeParseAsync(this, data, params);
  },
  check(...checks) {
    const def = this.def;
    return this.clone({
      ...def,
      checks: [
        ...def.checks ?? [],
        ...checks.map((ch) => typeof ch === "function" ? { _zod: { check: ch, def: { check: "custom" }, onattach: [] } } : ch)
      ]
    }, { parent: true });
  },
  clone(_def, params) {
    return clone(this, _def, params);
  },
  brand() {
    return this;
  },
  register(reg, meta2) {
    reg.add(this, meta2);
    return this;
  },
  apply(fn, ...args) {
    return args.length === 0 ? fn(this) : fn(this, ...args);
  }
});
var ZodMiniString = /* @__PURE__ */ $constructor("ZodMiniString", (inst, def) => {
  $ZodString.init(inst, def);
  ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function string2(params) {
  return _string(ZodMiniString, params);
}
var ZodMiniNumber = /* @__PURE__ */ $constructor("ZodMiniNumber", (inst, def) => {
  $ZodNumber.init(inst, def);
  ZodMiniType.init(inst, def);
});
var ZodMiniNumberFormat = /* @__PURE__ */ $constructor("ZodMiniNumberFormat", (inst, def) => {
  $ZodNumberFormat.init(inst, def);
  ZodMiniNumber.init(inst, def);
});
function int(params) {
  return _int(ZodMiniNumberFormat, params);
}
var ZodMiniNever = /* @__PURE__ */ $constructor("ZodMiniNever", (inst, def) => {
  $ZodNever.init(inst, def);
  ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function never(params) {
  return _never(ZodMiniNever, params);
}
var ZodMiniArray = /* @__PURE__ */ $constructor("ZodMiniArray", (inst, def) => {
  $ZodArray.init(inst, def);
  ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function array(element, params) {
  return new ZodMiniArray({
    type: "array",
    element,
    ...normalizeParams(params)
  });
}
var ZodMiniObject = /* @__PURE__ */ $constructor("ZodMiniObject", (inst, def) => {
  $ZodObject.init(inst, def);
  ZodMiniType.init(inst, def);
  installLazyProp(inst, "shape", (self) => self._zod.def.shape, false);
});
// @__NO_SIDE_EFFECTS__
function strictObject(shape2, params) {
  return new ZodMiniObject({
    type: "object",
    shape: shape2,
    catchall: /* @__PURE__ */ never(),
    ...normalizeParams(params)
  });
}
var ZodMiniEnum = /* @__PURE__ */ $constructor("ZodMiniEnum", (inst, def) => {
  $ZodEnum.init(inst, def);
  ZodMiniType.init(inst, def);
  inst.options = [...inst._zod.values];
});
// @__NO_SIDE_EFFECTS__
function _enum(values, params) {
  const entries2 = Array.isArray(values) ? Object.fromEntries(values.map((v) => [v, v])) : values;
  return new ZodMiniEnum({
    type: "enum",
    entries: entries2,
    ...normalizeParams(params)
  });
}
var ZodMiniLiteral = /* @__PURE__ */ $constructor("ZodMiniLiteral", (inst, def) => {
  $ZodLiteral.init(inst, def);
  ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function literal(value, params) {
  return new ZodMiniLiteral({
    type: "literal",
    values: Array.isArray(value) ? value : [value],
    ...normalizeParams(params)
  });
}
var ZodMiniNullable = /* @__PURE__ */ $constructor("ZodMiniNullable", (inst, def) => {
  $ZodNullable.init(inst, def);
  ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function nullable(innerType) {
  return new ZodMiniNullable({
    type: "nullable",
    innerType
  });
}
var describe2 = describe;

// node_modules/@noble/hashes/_u64.js
var U32_MASK64 = /* @__PURE__ */ (() => BigInt(2 ** 32 - 1))();
var _32n = /* @__PURE__ */ BigInt(32);
function fromBig(n, le = false) {
  if (le)
    return { h: Number(n & U32_MASK64), l: Number(n >> _32n & U32_MASK64) };
  return { h: Number(n >> _32n & U32_MASK64) | 0, l: Number(n & U32_MASK64) | 0 };
}
function split(lst, le = false) {
  const len = lst.length;
  let Ah = new Uint32Array(len);
  let Al = new Uint32Array(len);
  for (let i = 0; i < len; i++) {
    const { h, l } = fromBig(lst[i], le);
    [Ah[i], Al[i]] = [h, l];
  }
  return [Ah, Al];
}
var fromNumH = (n) => n / 2 ** 32 | 0;
var fromNumL = (n) => n >>> 0;
function setU64FromNum(view2, byteOffset, n, isLE2) {
  const h = fromNumH(n);
  const l = fromNumL(n);
  view2.setUint32(byteOffset, isLE2 ? l : h, isLE2);
  view2.setUint32(byteOffset + 4, isLE2 ? h : l, isLE2);
}

// node_modules/@noble/hashes/utils.js
function isBytes(a) {
  return a instanceof Uint8Array || ArrayBuffer.isView(a) && a.constructor.name === "Uint8Array" && "BYTES_PER_ELEMENT" in a && a.BYTES_PER_ELEMENT === 1;
}
var atitle = (title) => title ? `"${title}" ` : "";
function anumber(n, title = "") {
  if (typeof n !== "number")
    throw new TypeError(atitle(title) + "expected number, got " + typeof n);
  if (!Number.isSafeInteger(n) || n < 0)
    throw new RangeError(atitle(title) + "expected integer >= 0, got " + n);
  return n;
}
function abool(value, title = "") {
  if (typeof value !== "boolean")
    throw new TypeError(atitle(title) + "expected boolean, got type=" + typeof value);
  return value;
}
function abytes(value, length, title = "") {
  if (isBytes(value) && (length === void 0 || value.length === length))
    return value;
  if (length !== void 0)
    anumber(length, "length");
  const bytes3 = isBytes(value);
  const ofLen = length !== void 0 ? ` of length ${length}` : "";
  const got = bytes3 ? `length=${value.length}` : `type=${typeof value}`;
  const message = atitle(title) + "expected Uint8Array" + ofLen + ", got " + got;
  if (!bytes3)
    throw new TypeError(message);
  throw new RangeError(message);
}
function ahash(h) {
  if (typeof h !== "function" || typeof h.create !== "function")
    throw new TypeError("expected hash wrapped by utils.createHasher");
  anumber(h.outputLen);
  anumber(h.blockLen);
  if (h.outputLen < 1 || h.blockLen < 1)
    throw new Error("hash blockLen / outputLen must be >= 1");
}
var aobject = (value, label) => {
  if (value === null || typeof value !== "object" || Array.isArray(value))
    throw new TypeError((label === "object" ? "" : `"${label}" `) + "expected object, got type=" + typeof value);
};
var aopts = (value, label) => {
  aobject(value, label);
  const proto = Object.getPrototypeOf(value);
  if (proto !== Object.prototype && proto !== null)
    throw new TypeError(`"${label}" expected plain object`);
  if (Object.hasOwn(value, "__proto__"))
    throw new TypeError(`"${label}.__proto__" is not allowed`);
};
function aexists(instance, checkFinished = true) {
  if (instance.destroyed)
    throw new Error("hash was destroyed");
  if (checkFinished && instance.finished)
    throw new Error("digest() was already called");
}
function aoutput(out, instance) {
  abytes(out, void 0, "output");
  const min = instance.outputLen;
  if (!(out.length >= min)) {
    throw new RangeError('"output" expected length >= ' + min);
  }
}
function u32(arr) {
  return new Uint32Array(arr.buffer, arr.byteOffset, Math.floor(arr.byteLength / 4));
}
function clean(...arrays) {
  for (let i = 0; i < arrays.length; i++) {
    arrays[i].fill(0);
  }
}
function createView(arr) {
  return new DataView(arr.buffer, arr.byteOffset, arr.byteLength);
}
function rotr(word2, shift) {
  return word2 << 32 - shift | word2 >>> shift;
}
var isLE = /* @__PURE__ */ (() => new Uint8Array(new Uint32Array([287454020]).buffer)[0] === 68)();
function byteSwap(word2) {
  return word2 << 24 & 4278190080 | word2 << 8 & 16711680 | word2 >>> 8 & 65280 | word2 >>> 24 & 255;
}
function byteSwap32(arr) {
  for (let i = 0; i < arr.length; i++) {
    arr[i] = byteSwap(arr[i]);
  }
  return arr;
}
var swap32IfBE = isLE ? (u) => u : byteSwap32;
var hasHexBuiltin = /* @__PURE__ */ (() => (
  // @ts-ignore
  typeof Uint8Array.from([]).toHex === "function" && typeof Uint8Array.fromHex === "function"
))();
var hexes = /* @__PURE__ */ Array.from({ length: 256 }, (_, i) => i.toString(16).padStart(2, "0"));
function bytesToHex(bytes3) {
  abytes(bytes3);
  if (hasHexBuiltin)
    return bytes3.toHex();
  let hex2 = "";
  for (let i = 0; i < bytes3.length; i++) {
    hex2 += hexes[bytes3[i]];
  }
  return hex2;
}
function asciiToBase16(ch) {
  return ch >= 48 && ch <= 57 ? ch - 48 : ch >= 65 && ch <= 70 ? ch - (65 - 10) : ch >= 97 && ch <= 102 ? ch - (97 - 10) : void 0;
}
function hexToBytes(hex2) {
  if (typeof hex2 !== "string")
    throw new TypeError("hex string expected, got " + typeof hex2);
  if (hasHexBuiltin) {
    try {
      return Uint8Array.fromHex(hex2);
    } catch (error) {
      if (error instanceof SyntaxError)
        throw new RangeError(error.message);
      throw error;
    }
  }
  const hl = hex2.length;
  const al = hl / 2;
  if (hl % 2)
    throw new RangeError("hex string expected, got unpadded hex of length " + hl);
  const array2 = new Uint8Array(al);
  for (let ai = 0, hi = 0; ai < al; ai++, hi += 2) {
    const n1 = asciiToBase16(hex2.charCodeAt(hi));
    const n2 = asciiToBase16(hex2.charCodeAt(hi + 1));
    if (n1 === void 0 || n2 === void 0) {
      const char = hex2[hi] + hex2[hi + 1];
      throw new RangeError('hex string expected, got non-hex character "' + char + '" at index ' + hi);
    }
    array2[ai] = n1 * 16 + n2;
  }
  return array2;
}
function concatBytes(...arrays) {
  let sum3 = 0;
  for (let i = 0; i < arrays.length; i++) {
    const a = arrays[i];
    abytes(a);
    sum3 += a.length;
  }
  const res = new Uint8Array(sum3);
  for (let i = 0, pad2 = 0; i < arrays.length; i++) {
    const a = arrays[i];
    res.set(a, pad2);
    pad2 += a.length;
  }
  return res;
}
function checkOpts(defaults, opts, title = "opts") {
  aopts(defaults, "defaults");
  if (opts !== void 0)
    aopts(opts, title);
  const merged = Object.assign(/* @__PURE__ */ Object.create(null), defaults, opts);
  return merged;
}
function createHasher(hashCons, info = {}) {
  if (typeof hashCons !== "function")
    throw new TypeError('"hashCons" expected function, got type=' + typeof hashCons);
  info = checkOpts({}, info, "info");
  const hashC = (msg, opts) => hashCons(opts).update(msg).digest();
  const tmp = hashCons(void 0);
  hashC.outputLen = tmp.outputLen;
  hashC.blockLen = tmp.blockLen;
  hashC.canXOF = tmp.canXOF;
  hashC.create = (opts) => hashCons(opts);
  Object.assign(hashC, info);
  return Object.freeze(hashC);
}
function randomBytes(bytesLength = 32) {
  anumber(bytesLength, "bytesLength");
  const cr = typeof globalThis === "object" ? globalThis.crypto : null;
  if (typeof cr?.getRandomValues !== "function")
    throw new Error("crypto.getRandomValues must be defined");
  if (bytesLength > 65536)
    throw new RangeError(`"bytesLength" expected <= 65536, got ${bytesLength}`);
  return cr.getRandomValues(new Uint8Array(bytesLength));
}
var oidNist = (suffix) => ({
  // Current NIST hashAlgs suffixes used here fit in one DER subidentifier octet.
  // Larger suffix values would need base-128 OID encoding and a different length byte.
  oid: Uint8Array.from([6, 9, 96, 134, 72, 1, 101, 3, 4, 2, suffix])
});

// node_modules/@noble/hashes/sha3.js
var _0n = BigInt(0);
var _1n = BigInt(1);
var _2n = BigInt(2);
var _7n = BigInt(7);
var _256n = BigInt(256);
var _0x71n = BigInt(113);
var SHA3_PI = [];
var SHA3_ROTL = [];
var _SHA3_IOTA = [];
for (let round = 0, R = _1n, x = 1, y = 0; round < 24; round++) {
  [x, y] = [y, (2 * x + 3 * y) % 5];
  SHA3_PI.push(2 * (5 * y + x));
  SHA3_ROTL.push((round + 1) * (round + 2) / 2 % 64);
  let t = _0n;
  for (let j = 0; j < 7; j++) {
    R = (R << _1n ^ (R >> _7n) * _0x71n) % _256n;
    if (R & _2n)
      t ^= _1n << (_1n << BigInt(j)) - _1n;
  }
  _SHA3_IOTA.push(t);
}
var IOTAS = split(_SHA3_IOTA, true);
var SHA3_IOTA_H = IOTAS[0];
var SHA3_IOTA_L = IOTAS[1];
var rotlSH = (h, l, s) => h << s | l >>> 32 - s;
var rotlSL = (h, l, s) => l << s | h >>> 32 - s;
var rotlBH = (h, l, s) => l << s - 32 | h >>> 64 - s;
var rotlBL = (h, l, s) => h << s - 32 | l >>> 64 - s;
var rotlH = (h, l, s) => s > 32 ? rotlBH(h, l, s) : rotlSH(h, l, s);
var rotlL = (h, l, s) => s > 32 ? rotlBL(h, l, s) : rotlSL(h, l, s);
var B = new Uint32Array(5 * 2);
function keccakP(s, rounds = 24) {
  if (!(s instanceof Uint32Array))
    throw new TypeError('"s" expected Uint32Array(50), got type=' + typeof s);
  if (s.length !== 50)
    throw new RangeError('"s" expected Uint32Array(50), got length=' + s.length);
  anumber(rounds, "rounds");
  if (rounds < 1 || rounds > 24)
    throw new Error('"rounds" expected integer 1..24');
  for (let round = 24 - rounds; round < 24; round++) {
    for (let x = 0; x < 10; x++)
      B[x] = s[x] ^ s[x + 10] ^ s[x + 20] ^ s[x + 30] ^ s[x + 40];
    for (let x = 0; x < 10; x += 2) {
      const idx1 = (x + 8) % 10;
      const idx0 = (x + 2) % 10;
      const B0 = B[idx0];
      const B1 = B[idx0 + 1];
      const Th = rotlH(B0, B1, 1) ^ B[idx1];
      const Tl = rotlL(B0, B1, 1) ^ B[idx1 + 1];
      for (let y = 0; y < 50; y += 10) {
        s[x + y] ^= Th;
        s[x + y + 1] ^= Tl;
      }
    }
    let curH = s[2];
    let curL = s[3];
    for (let t = 0; t < 24; t++) {
      const shift = SHA3_ROTL[t];
      const Th = rotlH(curH, curL, shift);
      const Tl = rotlL(curH, curL, shift);
      const PI = SHA3_PI[t];
      curH = s[PI];
      curL = s[PI + 1];
      s[PI] = Th;
      s[PI + 1] = Tl;
    }
    for (let y = 0; y < 50; y += 10) {
      const b0 = s[y], b1 = s[y + 1], b2 = s[y + 2], b3 = s[y + 3];
      s[y] ^= ~s[y + 2] & s[y + 4];
      s[y + 1] ^= ~s[y + 3] & s[y + 5];
      s[y + 2] ^= ~s[y + 4] & s[y + 6];
      s[y + 3] ^= ~s[y + 5] & s[y + 7];
      s[y + 4] ^= ~s[y + 6] & s[y + 8];
      s[y + 5] ^= ~s[y + 7] & s[y + 9];
      s[y + 6] ^= ~s[y + 8] & b0;
      s[y + 7] ^= ~s[y + 9] & b1;
      s[y + 8] ^= ~b0 & b2;
      s[y + 9] ^= ~b1 & b3;
    }
    s[0] ^= SHA3_IOTA_H[round];
    s[1] ^= SHA3_IOTA_L[round];
  }
  clean(B);
}
var Keccak = class _Keccak {
  state;
  pos = 0;
  posOut = 0;
  finished = false;
  state32;
  destroyed = false;
  blockLen;
  suffix;
  outputLen;
  canXOF;
  enableXOF = false;
  rounds;
  // NOTE: we accept arguments in bytes instead of bits here.
  constructor(blockLen, suffix, outputLen, enableXOF = false, rounds = 24) {
    anumber(blockLen, "blockLen");
    anumber(suffix, "suffix");
    anumber(rounds, "rounds");
    abool(enableXOF, "enableXOF");
    this.blockLen = blockLen;
    this.suffix = suffix;
    this.outputLen = outputLen;
    this.enableXOF = enableXOF;
    this.canXOF = enableXOF;
    this.rounds = rounds;
    anumber(outputLen, "outputLen");
    if (!(0 < blockLen && blockLen < 200))
      throw new Error('"blockLen" must be 1..199');
    this.state = new Uint8Array(200);
    this.state32 = u32(this.state);
  }
  clone() {
    return this._cloneInto();
  }
  keccak() {
    swap32IfBE(this.state32);
    keccakP(this.state32, this.rounds);
    swap32IfBE(this.state32);
    this.posOut = 0;
    this.pos = 0;
  }
  update(data) {
    aexists(this);
    abytes(data);
    const { blockLen, state, state32 } = this;
    const len = data.length;
    const canUseU32 = blockLen % 4 === 0 && data.byteOffset % 4 === 0;
    const blockLen32 = blockLen / 4;
    const data32 = canUseU32 && len >= blockLen ? u32(data) : void 0;
    for (let pos = 0; pos < len; ) {
      if (data32 !== void 0 && this.pos === 0 && pos % 4 === 0 && len - pos >= blockLen) {
        for (let i = 0, o = pos / 4; i < blockLen32; i++)
          state32[i] ^= data32[o + i];
        pos += blockLen;
        this.pos = blockLen;
        this.keccak();
        continue;
      }
      const take = Math.min(blockLen - this.pos, len - pos);
      for (let i = 0; i < take; i++)
        state[this.pos++] ^= data[pos++];
      if (this.pos === blockLen)
        this.keccak();
    }
    return this;
  }
  finish() {
    if (this.finished)
      return;
    this.finished = true;
    const { state, suffix, pos, blockLen } = this;
    state[pos] ^= suffix;
    if ((suffix & 128) !== 0 && pos === blockLen - 1)
      this.keccak();
    state[blockLen - 1] ^= 128;
    this.keccak();
  }
  writeInto(out) {
    aexists(this, false);
    abytes(out);
    this.finish();
    const bufferOut = this.state;
    const { blockLen } = this;
    for (let pos = 0, len = out.length; pos < len; ) {
      if (this.posOut >= blockLen)
        this.keccak();
      const take = Math.min(blockLen - this.posOut, len - pos);
      out.set(bufferOut.subarray(this.posOut, this.posOut + take), pos);
      this.posOut += take;
      pos += take;
    }
    return out;
  }
  xofInto(out) {
    if (!this.enableXOF)
      throw new Error("XOF is not enabled");
    return this.writeInto(out);
  }
  xof(bytes3) {
    anumber(bytes3);
    return this.xofInto(new Uint8Array(bytes3));
  }
  digestInto(out) {
    aoutput(out, this);
    if (this.finished)
      throw new Error("digest() was already called");
    this.writeInto(out.length === this.outputLen ? out : out.subarray(0, this.outputLen));
    this.destroy();
  }
  digest() {
    const out = new Uint8Array(this.outputLen);
    this.digestInto(out);
    return out;
  }
  destroy() {
    this.destroyed = true;
    clean(this.state);
  }
  _cloneInto(to) {
    const { blockLen, suffix, outputLen, rounds, enableXOF } = this;
    to ||= new _Keccak(blockLen, suffix, outputLen, enableXOF, rounds);
    to.blockLen = blockLen;
    to.state32.set(this.state32);
    to.pos = this.pos;
    to.posOut = this.posOut;
    to.finished = this.finished;
    to.rounds = rounds;
    to.suffix = suffix;
    to.outputLen = outputLen;
    to.enableXOF = enableXOF;
    to.canXOF = this.canXOF;
    to.destroyed = this.destroyed;
    return to;
  }
};
var genKeccak = (suffix, blockLen, outputLen, info = {}) => createHasher(() => new Keccak(blockLen, suffix, outputLen), info);
var keccak_256 = /* @__PURE__ */ genKeccak(1, 136, 32);

// contracts/proof/keccak.noble.ts
var keccak256 = (...pieces) => {
  const hasher = keccak_256.create();
  for (const piece of pieces) hasher.update(piece);
  return hasher.digest();
};

// contracts/events/hex.ts
var pairs = Array.from({ length: 65536 }, (_, value) => value.toString(16).padStart(4, "0"));
var hexOf = (bytes3, at = 0, length = bytes3.length - at) => {
  let text2 = "0x";
  const end = at + length;
  let i = at;
  for (; i + 1 < end; i += 2) text2 += pairs[bytes3[i] << 8 | bytes3[i + 1]];
  if (i < end) text2 += pairs[bytes3[i]].slice(2);
  return text2;
};
var digits = new Uint8Array(128).fill(16);
for (let value = 0; value < 16; value++) {
  const digit = value.toString(16);
  digits[digit.charCodeAt(0)] = value;
  digits[digit.toUpperCase().charCodeAt(0)] = value;
}
var bytesOf = (hex2) => {
  const bytes3 = new Uint8Array(Math.max(0, hex2.length / 2 - 1));
  writeHex(bytes3, 0, hex2);
  return bytes3;
};
var writeHex = (bytes3, at, hex2) => {
  if (!hex2.startsWith("0x") || hex2.length % 2 !== 0) throw new NotHex(hex2);
  const length = hex2.length / 2 - 1;
  for (let i = 0, from = 2; i < length; i++, from += 2) {
    const high = digits[hex2.charCodeAt(from)] ?? 16;
    const low = digits[hex2.charCodeAt(from + 1)] ?? 16;
    if ((high | low) > 15) throw new NotHex(hex2);
    bytes3[at + i] = high << 4 | low;
  }
  return length;
};
var NotHex = class extends Error {
  name = "NotHex";
  text;
  constructor(text2) {
    super(
      `"${text2.slice(0, 80)}" is not bytes in hexadecimal: write 0x and two digits for each byte.`
    );
    this.text = text2;
  }
};

// contracts/events/layouts.ts
var terms = [
  ["category", "uint"],
  ["load", "watt"],
  ["cycle", "uint"],
  ["instalments", "uint"],
  ["daysToPay", "uint"],
  ["firstDay", "day"],
  ["consumerKey", "address"],
  ["termsHash", "bytes32"],
  ["by", "address"]
];
var layouts = {
  RateSet: [
    ["tariff", "uint"],
    ["category", "uint"],
    ["effectiveFrom", "day"],
    ["basis", "uint"],
    ["fixedPerKW", "paise"],
    ["fixedPerConnection", "paise"],
    ["dutyRate", "uint"],
    ["dutyBase", "uint"],
    ["dutyPerUnit", "perUnit"],
    ["roundTo", "paise"],
    ["orderHash", "bytes32"],
    ["slabCount", "uint"],
    ["slab1UpTo", "wh"],
    ["slab1Rate", "perUnit"],
    ["slab1Fuel", "perUnit"],
    ["slab1Subsidy", "perUnit"],
    ["slab2UpTo", "wh"],
    ["slab2Rate", "perUnit"],
    ["slab2Fuel", "perUnit"],
    ["slab2Subsidy", "perUnit"],
    ["slab3UpTo", "wh"],
    ["slab3Rate", "perUnit"],
    ["slab3Fuel", "perUnit"],
    ["slab3Subsidy", "perUnit"],
    ["slab4UpTo", "wh"],
    ["slab4Rate", "perUnit"],
    ["slab4Fuel", "perUnit"],
    ["slab4Subsidy", "perUnit"],
    ["slab5UpTo", "wh"],
    ["slab5Rate", "perUnit"],
    ["slab5Fuel", "perUnit"],
    ["slab5Subsidy", "perUnit"],
    ["slab6UpTo", "wh"],
    ["slab6Rate", "perUnit"],
    ["slab6Fuel", "perUnit"],
    ["slab6Subsidy", "perUnit"],
    ["slab7UpTo", "wh"],
    ["slab7Rate", "perUnit"],
    ["slab7Fuel", "perUnit"],
    ["slab7Subsidy", "perUnit"],
    ["slab8UpTo", "wh"],
    ["slab8Rate", "perUnit"],
    ["slab8Fuel", "perUnit"],
    ["slab8Subsidy", "perUnit"]
  ],
  RateWithdrawn: [
    ["tariff", "uint"],
    ["category", "uint"],
    ["effectiveFrom", "day"]
  ],
  AgreementProposed: terms,
  AgreementAccepted: terms,
  MeterInstalled: [
    ["meter", "address"],
    ["day", "day"],
    ["multiplier", "uint"],
    ["register", "wh"],
    ["modulus", "wh"],
    ["closing", "wh"],
    ["rollover", "bool"],
    ["carried", "wh"],
    ["evidence", "bytes32"]
  ],
  ConsumptionRecorded: [
    ["bill", "uint"],
    ["meter", "address"],
    ["kind", "uint"],
    ["previous", "wh"],
    ["present", "wh"],
    ["multiplier", "uint"],
    ["carried", "wh"],
    ["rollover", "bool"],
    ["start", "day"],
    ["end", "day"],
    ["wh", "wh"],
    ["evidence", "bytes32"]
  ],
  ChargeApplied: [
    ["bill", "uint"],
    ["revision", "uint"],
    ["firstDay", "day"],
    ["numberOfDays", "uint"],
    ["wh", "wh"],
    ["tariff", "uint"],
    ["load", "watt"],
    ["energy", "paise"],
    ["fixedCharge", "paise"],
    ["fuel", "paise"],
    ["duty", "paise"],
    ["subsidy", "paise"],
    ["charge", "paise"]
  ],
  BillIssued: [
    ["number", "uint"],
    ["start", "day"],
    ["end", "day"],
    ["gross", "paise"],
    ["alreadyCharged", "paise"],
    ["rounding", "paise"],
    ["amount", "paise"],
    ["dueDay", "day"],
    ["balance", "paise"]
  ],
  PaymentMade: [
    ["payer", "address"],
    ["amount", "paise"],
    ["channel", "uint"],
    ["receiptReference", "bytes32"],
    ["balance", "paise"]
  ],
  PaymentReversed: [
    ["receiptReference", "bytes32"],
    ["amount", "paise"],
    ["channel", "uint"],
    ["reason", "uint"],
    ["balance", "paise"]
  ],
  ConsumptionRevised: [
    ["bill", "uint"],
    ["revision", "uint"],
    ["previous", "wh"],
    ["present", "wh"],
    ["rollover", "bool"],
    ["wh", "wh"],
    ["grossBefore", "paise"],
    ["grossAfter", "paise"],
    ["difference", "paise"],
    ["reason", "uint"],
    ["document", "bytes32"],
    ["balance", "paise"]
  ],
  BillDisputed: [
    ["bill", "uint"],
    ["amount", "paise"],
    ["reasonHash", "bytes32"]
  ],
  DisputeResolved: [
    ["bill", "uint"],
    ["outcome", "uint"],
    ["document", "bytes32"]
  ],
  AdjustmentPosted: [
    ["amount", "paise"],
    ["reason", "uint"],
    ["bill", "uint"],
    ["document", "bytes32"],
    ["by", "address"],
    ["balance", "paise"]
  ],
  PeriodClosed: [
    ["month", "uint"],
    ["opening", "paise"],
    ["billed", "paise"],
    ["adjusted", "paise"],
    ["paid", "paise"],
    ["closing", "paise"]
  ],
  RoleChanged: [
    ["role", "bytes32"],
    ["holder", "address"],
    ["granted", "bool"],
    ["by", "address"]
  ],
  TreasurySwept: [
    ["amount", "paise"],
    ["treasury", "address"]
  ]
};

// contracts/events/signatures.ts
var signatures = {
  RateSet: "RateSet(bytes32,uint256,(uint256,uint256,uint256,uint256,uint256,uint256,uint256,uint256,uint256,uint256,bytes32,uint256,(uint256,uint256,int256,uint256)[8]))",
  RateWithdrawn: "RateWithdrawn(bytes32,uint256,(uint256,uint256,uint256))",
  AgreementProposed: "AgreementProposed(bytes32,uint256,(uint256,uint256,uint256,uint256,uint256,uint256,address,bytes32,address))",
  AgreementAccepted: "AgreementAccepted(bytes32,uint256,(uint256,uint256,uint256,uint256,uint256,uint256,address,bytes32,address))",
  MeterInstalled: "MeterInstalled(bytes32,uint256,(address,uint256,uint256,uint256,uint256,uint256,bool,uint256,bytes32))",
  ConsumptionRecorded: "ConsumptionRecorded(bytes32,uint256,(uint256,address,uint256,uint256,uint256,uint256,uint256,bool,uint256,uint256,uint256,bytes32))",
  ChargeApplied: "ChargeApplied(bytes32,uint256,(uint256,uint256,uint256,uint256,uint256,uint256,uint256,uint256,uint256,int256,uint256,uint256,int256))",
  BillIssued: "BillIssued(bytes32,uint256,(uint256,uint256,uint256,int256,int256,int256,int256,uint256,int256))",
  PaymentMade: "PaymentMade(bytes32,uint256,(address,uint256,uint256,bytes32,int256))",
  PaymentReversed: "PaymentReversed(bytes32,uint256,(bytes32,uint256,uint256,uint256,int256))",
  ConsumptionRevised: "ConsumptionRevised(bytes32,uint256,(uint256,uint256,uint256,uint256,bool,uint256,int256,int256,int256,uint256,bytes32,int256))",
  BillDisputed: "BillDisputed(bytes32,uint256,(uint256,uint256,bytes32))",
  DisputeResolved: "DisputeResolved(bytes32,uint256,(uint256,uint256,bytes32))",
  AdjustmentPosted: "AdjustmentPosted(bytes32,uint256,(int256,uint256,uint256,bytes32,address,int256))",
  PeriodClosed: "PeriodClosed(bytes32,uint256,(uint256,int256,int256,int256,int256,int256))",
  RoleChanged: "RoleChanged(bytes32,uint256,(bytes32,address,bool,address))",
  TreasurySwept: "TreasurySwept(bytes32,uint256,(uint256,address))"
};
var signaturesWithoutRow = [
  "RoleGranted(bytes32,address,address)",
  "RoleRevoked(bytes32,address,address)",
  "RoleAdminChanged(bytes32,bytes32,bytes32)"
];
var signedWords = (name) => {
  const tuple = signatures[name].slice(name.length + "(bytes32,uint256,(".length, -2);
  return tuple.replaceAll(
    /\(([^)]*)\)\[(\d+)\]/g,
    (_, words3, times) => Array.from({ length: Number(times) }, () => words3).join(",")
  ).split(",").map((type) => type === "int256");
};

// contracts/events/topics.ts
var text = new TextEncoder();
var hashOf = (signature) => hexOf(keccak256(text.encode(signature)));
var eventNames = Object.keys(layouts);
var topics = Object.fromEntries(eventNames.map((name) => [name, hashOf(signatures[name])]));
var withoutRow = new Set(signaturesWithoutRow.map(hashOf));
var topicOf = (name) => topics[name];
var bytes = new Map(
  eventNames.map((name) => [name, bytesOf(topics[name])])
);
var topicBytesOf = (name) => bytes.get(name);

// contracts/proof/evidence/shape.ts
var hex = (length) => string2().check(_regex(new RegExp(`^0x[0-9a-f]{${2 * length}}$`))).check(describe2(`${length} bytes in lower-case hexadecimal`));
var address = hex(20);
var word = hex(32);
var bytes2 = string2().check(_regex(/^0x[0-9a-f]*$/)).check(describe2("Bytes in lower-case hexadecimal"));
var whole = (from, to) => int().check(_gte(from), _lte(to));
var event = _enum(eventNames);
var signers = array(
  strictObject({ party: _enum(["board", "consumer", "regulator"]), address })
);
var entries = array(strictObject({ event, data: bytes2 }));
var nodes = array(bytes2);
var chainId = whole(1, Number.MAX_SAFE_INTEGER);
var block = whole(0, 2 ** 32 - 1);
var evidenceShape = strictObject({
  format: literal("wattledger-evidence/1"),
  chain: strictObject({ chainId, genesisHash: word, contract: address, codeHash: word, signers }),
  account: word,
  bill: nullable(whole(1, 2 ** 32 - 1)),
  entries,
  later: array(strictObject({ event, hash: word })),
  categories: array(strictObject({ category: whole(1, 65535), entries })),
  proof: strictObject({
    contract: nodes,
    head: nodes,
    standing: nodes,
    categories: array(nodes)
  }),
  headers: array(bytes2).check(_minLength(1))
});
var trustShape = strictObject({
  format: literal("wattledger-trust/1"),
  chainId,
  genesisHash: word,
  contract: address,
  codeHash: word,
  signers,
  signerChanges: array(strictObject({ block, signers })),
  minimumBlock: block
});

// contracts/proof/evidence/read.ts
var LARGEST = 64 * 2 ** 20;
var readEvidence = (text2) => read(text2, evidenceShape, "evidence");
var readTrust = (text2) => read(text2, trustShape, "a trust file", false);
var write = (file) => JSON.stringify(file);
var read = (text2, shape2, what, isCanonical = true) => {
  if (text2.length > LARGEST) {
    throw new EvidenceRefused(
      "too-large",
      `It is larger than ${LARGEST / 2 ** 20} MB, which no ${what} is: choose another file.`
    );
  }
  let json;
  try {
    json = JSON.parse(text2);
  } catch (cause) {
    throw new EvidenceRefused(
      "not-json",
      "It is no JSON, so it is another kind of file, or it was cut or damaged on its way: get it anew.",
      cause
    );
  }
  const result = shape2.safeParse(json);
  if (!result.success) {
    const [issue2] = result.error.issues;
    const place = issue2 === void 0 || issue2.path.length === 0 ? "It" : issue2.path.join(".");
    throw new EvidenceRefused(
      "not-evidence",
      `It is not ${what} as its format prescribes: ${place} is not as it must be (${issue2?.message ?? "wrong"}). It was altered, or is of another kind or version.`,
      result.error
    );
  }
  if (isCanonical && write(result.data) !== text2) {
    throw new EvidenceRefused(
      "not-canonical",
      "It is not written in its one form (order of members, no blanks, nothing twice), so it was altered after it was made: get it anew."
    );
  }
  return result.data;
};

// contracts/rules/accountCode.ts
var SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
var CHECKS = `${SYMBOLS}*~$=U`;
var codeOf = (account) => {
  const bits = Math.floor(Number.parseInt(account.slice(2, 15), 16) / 4);
  const half = 2 ** 25;
  return `${fiveSymbols(Math.floor(bits / half))}-${fiveSymbols(bits % half)}-${CHECKS.charAt(bits % 37)}`;
};
var fiveSymbols = (bits) => symbol(bits >> 20) + symbol(bits >> 15) + symbol(bits >> 10) + symbol(bits >> 5) + symbol(bits);
var symbol = (bits) => SYMBOLS.charAt(bits & 31);
var isReserved = (account) => BigInt(account) <= 65535n;
var accountOfCategory = (category) => `0x${category.toString(16).padStart(64, "0")}`;
var LEDGER = accountOfCategory(0);

// contracts/rules/decimal.ts
var decimalText = (value, places2, atLeast) => {
  const digits2 = (value < 0n ? -value : value).toString().padStart(places2 + 1, "0");
  const whole2 = digits2.slice(0, digits2.length - places2);
  const fraction = digits2.slice(digits2.length - places2).replace(/0+$/, "").padEnd(atLeast, "0");
  return `${value < 0n ? "\u2212" : ""}${groupIndian(whole2)}${fraction === "" ? "" : `.${fraction}`}`;
};
var groupIndian = (digits2) => {
  let grouped = digits2.slice(-3);
  for (let end = digits2.length - 3; end > 0; end -= 2)
    grouped = `${digits2.slice(Math.max(0, end - 2), end)},${grouped}`;
  return grouped;
};

// contracts/rules/units.ts
var paise = (value) => value;
var wh = (value) => value;
var dayNumber = (value) => value;
var WEI_PER_PAISA = 10n ** 16n;

// contracts/rules/energy.ts
var formatKWh = (energy) => decimalText(energy, 3, 0);
var formatRegister = (register) => decimalText(register, 3, 3);

// contracts/rules/money.ts
var formatRupees = (amount) => withRupee(decimalText(amount, 2, 2));
var withRupee = (number2) => number2.startsWith("\u2212") ? `\u2212\u20B9${number2.slice(1)}` : `\u20B9${number2}`;

// contracts/rules/months.ts
var monthsOf = (basis, days, ofDays) => {
  const part = { basis, days, ofDays, whole: null };
  if (basis === "days") return { ...part, num: BigInt(days), den: 30n };
  const n = Math.floor((24 * ofDays + 365) / 730);
  if (n >= 1 && Math.abs(12 * ofDays - 365 * n) <= 66) {
    return { ...part, num: BigInt(n) * BigInt(days), den: BigInt(ofDays), whole: n };
  }
  return { ...part, num: 12n * BigInt(days), den: 365n };
};

// contracts/events/word.ts
var between = (min, max) => ({
  min,
  max,
  most: Math.min(Number(max), Number.MAX_SAFE_INTEGER)
});
var unsigned = (bits) => between(0n, 2n ** bits - 1n);
var signed = (bits) => between(-(2n ** (bits - 1n)), 2n ** (bits - 1n) - 1n);
var bounds = {
  /** As large as a number can be exact. */
  uint: unsigned(53n),
  uint32: unsigned(32n),
  int32: signed(32n),
  uint63: unsigned(63n),
  uint64: unsigned(64n),
  int64: signed(64n),
  int128: signed(128n),
  bool: unsigned(1n),
  address: unsigned(160n),
  bytes32: unsigned(256n)
};
var boundsOf = (kind, isSigned) => {
  switch (kind) {
    case "uint":
      return bounds.uint;
    case "day":
    case "watt":
      return bounds.uint32;
    case "wh":
      return bounds.uint64;
    case "perUnit":
      return isSigned ? bounds.int32 : bounds.uint32;
    case "paise":
      return isSigned ? bounds.int64 : bounds.uint63;
    default:
      return bounds[kind];
  }
};
var Words = class {
  bytes;
  view;
  constructor(bytes3) {
    this.bytes = bytes3;
    this.view = new DataView(bytes3.buffer, bytes3.byteOffset, bytes3.length);
  }
  uint(at) {
    return this.number(at, 2 ** 53 - 1, bounds.uint);
  }
  day(at) {
    return this.number(at, 2 ** 32 - 1, bounds.uint32);
  }
  bool(at) {
    return this.number(at, 1, bounds.bool) === 1;
  }
  wh(at) {
    if (this.before64(at) !== 0) throw this.outOfBounds(at, bounds.uint64);
    return this.view.getBigUint64(at + 24);
  }
  /** Paise that can't be negative. */
  amount(at) {
    if ((this.before64(at) | this.view.getUint8(at + 24) >> 7) !== 0) {
      throw this.outOfBounds(at, bounds.uint63);
    }
    return this.view.getBigUint64(at + 24);
  }
  /** Paise of either sign. */
  paise(at) {
    if (!this.isSignExtended(at, 24)) throw this.outOfBounds(at, bounds.int64);
    return this.view.getBigInt64(at + 24);
  }
  /** Paise of the whole ledger. */
  total(at) {
    if (!this.isSignExtended(at, 16)) throw this.outOfBounds(at, bounds.int128);
    return this.view.getBigInt64(at + 16) << 64n | this.view.getBigUint64(at + 24);
  }
  /** A number of 32 bits, without or with a sign. */
  watt(at) {
    return BigInt(this.number(at, 2 ** 32 - 1, bounds.uint32));
  }
  perUnit(at) {
    return BigInt(this.number(at, 2 ** 32 - 1, bounds.uint32));
  }
  fuelPerUnit(at) {
    if (!this.isSignExtended(at, 28)) throw this.outOfBounds(at, bounds.int32);
    return BigInt(this.view.getInt32(at + 28));
  }
  address(at) {
    const { view: view2 } = this;
    if ((view2.getInt32(at) | view2.getInt32(at + 4) | view2.getInt32(at + 8)) !== 0) {
      throw this.outOfBounds(at, bounds.address);
    }
    return this.isZero(at) ? zeroAddress : hexOf(this.bytes, at + 12, 20);
  }
  bytes32(at) {
    return this.isZero(at) ? zeroBytes32 : hexOf(this.bytes, at, 32);
  }
  /** Payer, evidence or reference are often none. */
  isZero(at) {
    return (this.before64(at) | this.view.getInt32(at + 24) | this.view.getInt32(at + 28)) === 0;
  }
  number(at, max, within) {
    const value = this.view.getUint32(at + 24) * 2 ** 32 + this.view.getUint32(at + 28);
    if (this.before64(at) !== 0 || value > max) throw this.outOfBounds(at, within);
    return value;
  }
  /** The first 24 bytes of the word, or-ed: 0 if none has a bit. */
  before64(at) {
    const { view: view2 } = this;
    return view2.getInt32(at) | view2.getInt32(at + 4) | view2.getInt32(at + 8) | view2.getInt32(at + 12) | view2.getInt32(at + 16) | view2.getInt32(at + 20);
  }
  /** Whether the word's bytes before `from` only repeat the sign bit of the byte there. */
  isSignExtended(at, from) {
    const sign = this.view.getInt32(at + from) >> 31;
    for (let i = 0; i < from; i += 4) if (this.view.getInt32(at + i) !== sign) return false;
    return true;
  }
  outOfBounds(at, within) {
    return new WordOutOfBounds(at, hexOf(this.bytes, at, 32), within);
  }
};
var zeroAddress = `0x${"0".repeat(40)}`;
var zeroBytes32 = `0x${"0".repeat(64)}`;
var writeWord = ({ bytes: bytes3, view: view2 }, at, within, value) => {
  if (within === bounds.address || within === bounds.bytes32) {
    const length = within === bounds.address ? 20 : 32;
    if (writeHex(bytes3, at + 32 - length, String(value)) !== length)
      throw new WordOutOfBounds(at, String(value), within);
    return;
  }
  if (typeof value === "number" && value >= 0 && value <= within.most && Number.isInteger(value)) {
    view2.setUint32(at + 24, value / 2 ** 32);
    view2.setUint32(at + 28, value);
    return;
  }
  const number2 = wholeNumber(value);
  if (number2 === void 0 || number2 < within.min || number2 > within.max) {
    throw new WordOutOfBounds(at, String(value), within);
  }
  if (number2 < 0n) bytes3.fill(255, at, at + 24);
  view2.setBigInt64(at + 24, BigInt.asIntN(64, number2));
  if (within === bounds.int128) view2.setBigInt64(at + 16, BigInt.asIntN(64, number2 >> 64n));
};
var wholeNumber = (value) => {
  if (typeof value === "bigint") return value;
  if (typeof value === "boolean") return value ? 1n : 0n;
  return typeof value === "number" && Number.isSafeInteger(value) ? BigInt(value) : void 0;
};
var WordOutOfBounds = class extends Error {
  name = "WordOutOfBounds";
  /** Byte at which the word stands. */
  at;
  value;
  constructor(at, value, within) {
    super(`${value} is not between ${within.min} and ${within.max}`);
    this.at = at;
    this.value = value;
  }
};

// contracts/rules/outOfRange.ts
var asMoney = (field, sum3) => {
  refuseBeyond(bounds.int64, field, sum3);
  return paise(sum3);
};
var asEnergy = (field, sum3) => {
  refuseBeyond(bounds.uint64, field, sum3);
  return wh(sum3);
};
var refuseBeyond = ({ min, max }, field, value) => {
  if (value < min || value > max) throw new OutOfRange(field, value);
};
var OutOfRange = class extends Error {
  name = "OutOfRange";
  field;
  value;
  constructor(field, value) {
    super(
      `${field} would be ${value}, more than the ledger can hold: check the registers and rates.`
    );
    this.field = field;
    this.value = value;
  }
};

// contracts/rules/rounding.ts
var divideRounded = (dividend, divisor) => (2n * dividend + (dividend < 0n ? -divisor : divisor)) / (2n * divisor);
var roundTo = (value, unit) => divideRounded(value, unit) * unit;

// contracts/rules/slabs.ts
var fillSlabs = (used, slabs, { num, den }) => {
  let below = 0n;
  return slabs.map((slab, i) => {
    const limit = slab.upTo === null ? null : slab.upTo * num / den;
    const lower = below;
    below = limit ?? lower;
    const filled = limit === null || used < limit ? used : limit;
    return {
      slab,
      number: i + 1,
      size: limit === null ? null : wh(limit - lower),
      wh: wh(filled > lower ? filled - lower : 0n)
    };
  });
};

// contracts/rules/tariff.ts
var dutyBits = { energy: 1, fixed: 2, fuel: 4, subsidy: 8 };
var components = Object.keys(dutyBits);
var dutyComponents = (dutyBase) => components.filter((component) => (dutyBase & dutyBits[component]) !== 0);
var NO_LIMIT = wh(2n ** 64n - 1n);
var places = [1, 2, 3, 4, 5, 6, 7, 8];
var tariffOfRate = (rate) => ({
  tariff: rate.tariff,
  category: rate.category,
  effectiveFrom: rate.effectiveFrom,
  basis: rate.basis === 0 ? "months" : "days",
  slabs: places.slice(0, rate.slabCount).map((place) => ({
    upTo: place === rate.slabCount ? null : rate[`slab${place}UpTo`],
    rate: rate[`slab${place}Rate`],
    fuel: rate[`slab${place}Fuel`],
    subsidy: rate[`slab${place}Subsidy`]
  })),
  fixedPerKW: rate.fixedPerKW,
  fixedPerConnection: rate.fixedPerConnection,
  dutyRate: rate.dutyRate,
  dutyBase: rate.dutyBase,
  dutyPerUnit: rate.dutyPerUnit,
  roundTo: rate.roundTo,
  orderHash: rate.orderHash
});
var tariffOn = (tariffs, category, day) => tariffs.reduce(
  (found, each) => each.category === category && each.effectiveFrom <= day && (found === void 0 || each.effectiveFrom > found.effectiveFrom) ? each : found,
  void 0
);

// contracts/rules/charge.ts
var charge = (part, tariff, load, stretchDays) => {
  const months = monthsOf(tariff.basis, part.days, stretchDays);
  const slabs = fillSlabs(part.wh, tariff.slabs, months);
  const bySlab = slabs.map((use) => ({
    use,
    energy: forEnergy(use.wh, use.slab.rate),
    fuel: forEnergy(use.wh, use.slab.fuel),
    subsidy: forEnergy(use.wh, use.slab.subsidy)
  }));
  const perKW = paise(divideRounded(tariff.fixedPerKW * load * months.num, 1000n * months.den));
  const perConnection = paise(divideRounded(tariff.fixedPerConnection * months.num, months.den));
  const rounded = {
    energy: sum(bySlab.map(({ energy: energy2 }) => energy2)),
    fixed: paise(perKW + perConnection),
    fuel: sum(bySlab.map(({ fuel: fuel2 }) => fuel2)),
    subsidy: sum(bySlab.map(({ subsidy: subsidy2 }) => subsidy2))
  };
  const dutyBase = dutyBaseOf(rounded, dutyComponents(tariff.dutyBase));
  const dutyOnBase = paise(divideRounded(BigInt(tariff.dutyRate) * dutyBase, 10000n));
  const dutyOnUnits = forEnergy(part.wh, tariff.dutyPerUnit);
  const { energy, fixed, fuel, subsidy } = rounded;
  const duty = dutyOnBase + dutyOnUnits;
  return {
    part,
    tariff,
    load,
    months,
    slabs,
    energy: asMoney("energy", energy),
    fixedCharge: asMoney("fixedCharge", fixed),
    fuel: asMoney("fuel", fuel),
    duty: asMoney("duty", duty),
    subsidy: asMoney("subsidy", subsidy),
    charge: asMoney("charge", energy + fixed + fuel + duty - subsidy),
    steps: { bySlab, perKW, perConnection, dutyBase, dutyOnBase, dutyOnUnits }
  };
};
var forEnergy = (used, rate) => paise(divideRounded(used * rate, 1000000n));
var dutyBaseOf = (rounded, of) => {
  const base = of.reduce(
    (total, component) => component === "subsidy" ? total - rounded.subsidy : total + rounded[component],
    0n
  );
  return paise(base < 0n ? 0n : base);
};
var sum = (amounts) => paise(amounts.reduce((total, amount) => total + amount, 0n));

// contracts/rules/consumption.ts
var consumption = (reading) => {
  const { previous, present, multiplier, carried, rollover, modulus } = reading;
  if (!rollover && present < previous) throw new RegisterBackwards(reading);
  if (rollover && present >= previous) throw new NoRollover(reading);
  if (rollover && modulus === null) throw new ModulusMissing(reading);
  const turned = rollover ? modulus ?? 0n : 0n;
  const used = (present + turned - previous) * BigInt(multiplier);
  const registers = [
    formatRegister(present),
    ...rollover && modulus !== null ? [` + ${formatRegister(modulus)}`] : [],
    ` \u2212 ${formatRegister(previous)}`
  ].join("");
  const before = carried === 0n ? "" : `${formatKWh(carried)} + `;
  return {
    wh: asEnergy("wh", carried + used),
    formula: `${before}(${registers}) \xD7 ${multiplier}`
  };
};
var rolloverLimit = (load, days) => load * 24n * BigInt(days + 1);
var RegisterBackwards = class extends Error {
  name = "RegisterBackwards";
  constructor({ previous, present }) {
    super(
      `Register ${formatRegister(present)} is below the previous ${formatRegister(previous)}: check the meter, or record a rollover.`
    );
  }
};
var NoRollover = class extends Error {
  name = "NoRollover";
  constructor({ previous, present }) {
    super(
      `Register ${formatRegister(present)} is not below the previous ${formatRegister(previous)}, so it did not roll over: record it as it is.`
    );
  }
};
var ModulusMissing = class extends Error {
  name = "ModulusMissing";
  constructor({ present }) {
    super(
      `Register ${formatRegister(present)} rolled over, but not at what: give the modulus its meter was installed with.`
    );
  }
};

// contracts/rules/cutIntoParts.ts
var cutIntoParts = ({ start, end, wh: used }, changes) => {
  const inside = [...new Set(changes)].filter((day) => day > start && day < end);
  const bounds2 = [start, ...inside.sort((a, b) => a - b), end];
  const total = BigInt(end - start);
  const usedUpTo = (day) => day === end ? used : used * BigInt(day - start) / total;
  return bounds2.slice(1).map((until, i) => {
    const firstDay = bounds2[i];
    return {
      firstDay,
      days: until - firstDay,
      wh: wh(usedUpTo(until) - (firstDay === start ? 0n : usedUpTo(firstDay)))
    };
  });
};
var pricedOn = ({ firstDay, days }) => dayNumber(days === 0 ? firstDay - 1 : firstDay);

// contracts/rules/day.ts
var SECONDS_A_DAY = 86400;
var INDIA = 19800;
var MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
var dayInIndia = (timestamp) => dayNumber(Math.floor((timestamp + INDIA) / SECONDS_A_DAY));
var formatDay = (day) => {
  const { year, month, date: date2 } = civilOf(day);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(date2, 2)}`;
};
var dayWords = (day) => {
  const { year, month, date: date2 } = civilOf(day);
  return `${date2} ${MONTHS[month - 1]} ${year}`;
};
var periodWords = (start, end) => {
  const days = end - start;
  if (days <= 0) return dayWords(start);
  if (days === 1) return `${dayWords(start)} (1 day)`;
  const last2 = dayNumber(end - 1);
  const first = civilOf(start).year === civilOf(last2).year ? withoutYear(start) : dayWords(start);
  return `${first} to ${dayWords(last2)} (${days} days)`;
};
var civilOf = (day) => {
  const shifted = day + 719468;
  const era = Math.floor(shifted / 146097);
  const ofEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36524) - Math.floor(ofEra / 146096)) / 365
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * ofYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    date: ofYear - Math.floor((153 * marchMonth + 2) / 5) + 1
  };
};
var withoutYear = (day) => {
  const { month, date: date2 } = civilOf(day);
  return `${date2} ${MONTHS[month - 1]}`;
};
var pad = (number2, digits2) => String(number2).padStart(digits2, "0");

// contracts/events/readers.ts
var wordBounds = (name) => {
  const signed2 = signedWords(name);
  return layouts[name].map(([, kind], i) => {
    const isSigned = signed2[i] === true;
    return name === "PeriodClosed" && isSigned ? bounds.int128 : boundsOf(kind, isSigned);
  });
};
var often = {
  ConsumptionRecorded: (words3) => ({
    bill: words3.uint(0),
    meter: words3.address(32),
    kind: words3.uint(64),
    previous: words3.wh(96),
    present: words3.wh(128),
    multiplier: words3.uint(160),
    carried: words3.wh(192),
    rollover: words3.bool(224),
    start: words3.day(256),
    end: words3.day(288),
    wh: words3.wh(320),
    evidence: words3.bytes32(352)
  }),
  ChargeApplied: (words3) => ({
    bill: words3.uint(0),
    revision: words3.uint(32),
    firstDay: words3.day(64),
    numberOfDays: words3.uint(96),
    wh: words3.wh(128),
    tariff: words3.uint(160),
    load: words3.watt(192),
    energy: words3.amount(224),
    fixedCharge: words3.amount(256),
    fuel: words3.paise(288),
    duty: words3.amount(320),
    subsidy: words3.amount(352),
    charge: words3.paise(384)
  }),
  BillIssued: (words3) => ({
    number: words3.uint(0),
    start: words3.day(32),
    end: words3.day(64),
    gross: words3.paise(96),
    alreadyCharged: words3.paise(128),
    rounding: words3.paise(160),
    amount: words3.paise(192),
    dueDay: words3.day(224),
    balance: words3.paise(256)
  }),
  PaymentMade: (words3) => ({
    payer: words3.address(0),
    amount: words3.amount(32),
    channel: words3.uint(64),
    receiptReference: words3.bytes32(96),
    balance: words3.paise(128)
  })
};
var fieldsReader = (name) => name in often ? often[name] : seldom(name);
var seldom = (name) => {
  const within = wordBounds(name);
  const members2 = layouts[name].map(
    ([field, kind], i) => [field, methodOf(kind, within[i])]
  );
  return (words3) => {
    const fields = {};
    for (const [i, [field, method]] of members2.entries()) fields[field] = words3[method](32 * i);
    return fields;
  };
};
var methodOf = (kind, within) => {
  if (kind === "perUnit" && within.min < 0n) return "fuelPerUnit";
  if (kind !== "paise" || within === bounds.int64) return kind;
  return within === bounds.int128 ? "total" : "amount";
};

// contracts/events/codec.ts
var decodeEvent = ({ topics: topics2, data }) => {
  const shape2 = shapeOf(topics2);
  if (data.length !== shape2.length) {
    throw new UndecodableLog(
      shape2.topic,
      `${shape2.name} has ${shape2.length} bytes of data, this log has ${data.length}`
    );
  }
  const account = accountOf(shape2, topics2[1]);
  const seq = seqOf(shape2, topics2[2]);
  try {
    const { name } = shape2;
    return { name, account, seq, fields: shape2.read(new Words(data)) };
  } catch (error) {
    if (!(error instanceof WordOutOfBounds)) throw error;
    const field = layouts[shape2.name][error.at / 32]?.[0];
    throw new UndecodableLog(shape2.topic, `${shape2.name}.${field}: ${error.message}`);
  }
};
var encodeEvent = (name, fields) => {
  const shape2 = shapes[name];
  const layout = layouts[name];
  const words3 = new Words(new Uint8Array(shape2.length));
  let i = 0;
  try {
    for (; i < layout.length; i++) {
      const value = fields[fieldAt(layout, i)];
      writeWord(words3, 32 * i, shape2.bounds[i], value);
    }
  } catch (error) {
    throw new UnencodableField(name, fieldAt(layout, i), error);
  }
  return words3.bytes;
};
var fieldAt = (layout, i) => layout[i]?.[0] ?? "";
var encodeTopics = (name, account, seq) => {
  const seqWord = new Words(new Uint8Array(32));
  writeWord(seqWord, 0, bounds.uint, seq);
  return [topicBytesOf(name), bytesOf(account), seqWord.bytes];
};
var shape = (name) => ({
  name,
  topic: topicOf(name),
  topicBytes: topicBytesOf(name),
  bounds: wordBounds(name),
  length: 32 * layouts[name].length,
  read: fieldsReader(name)
});
var shapes = Object.fromEntries(eventNames.map((name) => [name, shape(name)]));
var byTopic = new Map(eventNames.map((name) => [topicOf(name), shapes[name]]));
var byStart = new Map(
  eventNames.map((name) => [startOf(shapes[name].topicBytes), shapes[name]])
);
var shapeOf = (topics2) => {
  const [topic0] = topics2;
  if (topic0 === void 0) throw new UndecodableLog("none", "the log has no topics");
  const shape2 = typeof topic0 === "string" ? byTopic.get(topic0.toLowerCase()) : byStart.get(startOf(topic0));
  if (shape2 === void 0 || typeof topic0 !== "string" && !isSame(topic0, shape2.topicBytes)) {
    const topic = typeof topic0 === "string" ? topic0 : hexOf(topic0);
    throw new UndecodableLog(topic, "no event of the contract has this topic");
  }
  if (topics2.length !== 3) {
    throw new UndecodableLog(
      shape2.topic,
      `${shape2.name} has 3 topics, this log has ${topics2.length}`
    );
  }
  return shape2;
};
function startOf(bytes3) {
  return (bytes3[0] ?? 0) << 16 | (bytes3[1] ?? 0) << 8 | (bytes3[2] ?? 0);
}
var isSame = (a, b) => {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
};
var last = { bytes: new Uint8Array(32), text: hexOf(new Uint8Array(32)) };
var accountOf = (shape2, topic) => {
  const bytes3 = wordOf(shape2, topic);
  if (!isSame(bytes3, last.bytes)) {
    last.bytes.set(bytes3);
    last.text = hexOf(bytes3);
  }
  return last.text;
};
var seqOf = (shape2, topic) => {
  const bytes3 = wordOf(shape2, topic);
  let seq = 0;
  for (let i = 0; i < 32; i++) seq = seq * 256 + bytes3[i];
  if (seq > Number.MAX_SAFE_INTEGER) {
    throw new UndecodableLog(shape2.topic, `${shape2.name}: seq ${hexOf(bytes3)} is too large`);
  }
  return seq;
};
var wordOf = (shape2, topic) => {
  const bytes3 = typeof topic === "string" ? wordOfText(topic) : topic;
  if (bytes3?.length === 32) return bytes3;
  throw new UndecodableLog(shape2.topic, `${shape2.name}: a topic is not 32 bytes`);
};
var wordOfText = (topic) => /^0x[0-9a-fA-F]{64}$/.test(topic) ? bytesOf(topic) : void 0;
var UndecodableLog = class extends Error {
  name = "UndecodableLog";
  topic;
  reason;
  constructor(topic, reason) {
    super(
      `A log with topic ${topic} can't be decoded: ${reason}. It is not from this contract, or its data were altered.`
    );
    this.topic = topic;
    this.reason = reason;
  }
};
var UnencodableField = class extends Error {
  name = "UnencodableField";
  field;
  constructor(event2, field, cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`${event2}.${field} can't be encoded: ${reason}. Give a value that its unit can hold.`, {
      cause
    });
    this.field = field;
  }
};

// contracts/rules/terms.ts
var termsHash = (terms2) => {
  const nothing3 = { termsHash: `0x${"0".repeat(64)}`, by: `0x${"0".repeat(40)}` };
  return hexOf(
    keccak256(encodeEvent("AgreementProposed", { ...terms2, ...nothing3 }).subarray(0, 224))
  );
};
var termsOfAgreement = (fields) => {
  const { category, load, cycle, instalments: instalments2, daysToPay, firstDay, consumerKey } = fields;
  return { category, load, cycle, instalments: instalments2, daysToPay, firstDay, consumerKey };
};
var termsOn = (terms2, day) => terms2.findLast(({ firstDay }) => firstDay <= day);

// contracts/rules/inForce.ts
var termsInForce = ({ terms: terms2 }, day) => {
  const agreed = termsOn(terms2, day);
  if (agreed === void 0) throw new NoTerms(day);
  return agreed;
};
var inForce = (book, day) => {
  const agreed = termsInForce(book, day);
  const tariff = tariffOn(book.tariffs, agreed.category, day);
  if (tariff === void 0) throw new NoTariff(agreed.category, day);
  return { terms: agreed, tariff };
};
var changeDays = ({ terms: terms2, tariffs }) => [
  ...terms2.map(({ firstDay }) => firstDay),
  ...tariffs.filter(({ category, effectiveFrom }) => termsOn(terms2, effectiveFrom)?.category === category).map(({ effectiveFrom }) => effectiveFrom)
];
var NoTerms = class extends Error {
  name = "NoTerms";
  day;
  constructor(day) {
    super(
      `No terms are agreed for ${formatDay(day)}: a reading is charged from the agreement's first day.`
    );
    this.day = day;
  }
};
var NoTariff = class extends Error {
  name = "NoTariff";
  category;
  day;
  constructor(category, day) {
    super(
      `No tariff prices category ${category} on ${formatDay(day)}: set one that begins by then.`
    );
    this.category = category;
    this.day = day;
  }
};

// contracts/rules/bill.ts
var bill = ({ reading, estimates, ...book }) => {
  const { start, end } = reading;
  const consumed = consumption(reading);
  const lastDay = dayNumber(end - 1);
  const terms2 = termsInForce(book, lastDay);
  refuseStretch(start, end, terms2);
  refuseRollover(reading, consumed, terms2);
  const charges = cutIntoParts({ start, end, wh: consumed.wh }, changeDays(book)).map((part) => {
    const { terms: terms3, tariff } = inForce(book, pricedOn(part));
    refuseSession(terms3, tariff);
    return charge(part, tariff, terms3.load, end - start);
  });
  const gross = asMoney("gross", sum2(charges.map((each) => each.charge)));
  const alreadyCharged = asMoney("alreadyCharged", sum2(estimates.map(({ amount: amount2 }) => amount2)));
  const unit = inForce(book, lastDay).tariff.roundTo;
  const amount = asMoney("amount", roundTo(gross - alreadyCharged, unit));
  const rounding = paise(amount - (gross - alreadyCharged));
  return {
    consumption: consumed,
    charges,
    terms: terms2,
    gross,
    alreadyCharged,
    estimates,
    roundTo: unit,
    rounding,
    amount
  };
};
var sum2 = (amounts) => amounts.reduce((total, amount) => total + amount, 0n);
var refuseStretch = (start, end, { cycle }) => {
  if (end < start || end === start && cycle !== 0) throw new NoStretch(start, end);
};
var refuseRollover = (reading, { wh: used }, { load }) => {
  if (!reading.rollover) return;
  const limit = rolloverLimit(load, reading.end - reading.start);
  const turned = wh(used - reading.carried);
  if (turned > limit) throw new RolloverTooLarge(turned, limit, reading.start, reading.end);
};
var refuseSession = ({ cycle }, { tariff, slabs }) => {
  if (cycle === 0 && slabs.length !== 1) throw new SessionNeedsOneSlab(tariff, slabs.length);
};
var NoStretch = class extends Error {
  name = "NoStretch";
  constructor(start, end) {
    super(
      `A reading of ${formatDay(end)} charges no day from ${formatDay(start)} on: take a later one.`
    );
  }
};
var RolloverTooLarge = class extends Error {
  name = "RolloverTooLarge";
  limit;
  constructor(used, limit, start, end) {
    super(
      `A rollover of ${formatKWh(used)} kWh is more than the load can use in ${periodWords(start, end)}, ${formatKWh(limit)} kWh: check the register, it hardly rolled over.`
    );
    this.limit = limit;
  }
};
var SessionNeedsOneSlab = class extends Error {
  name = "SessionNeedsOneSlab";
  constructor(tariff, slabs) {
    super(`Tariff ${tariff} has ${slabs} slabs, but charging sessions need one with a single slab.`);
  }
};

// contracts/rules/audit/awaitedCharges.ts
var AwaitedCharges = class {
  /** Where what is found about them goes. */
  #found;
  #bill = 0;
  #revision = 0;
  /** Null where they could not be worked out, which was said. */
  #charges = [];
  #sum = 0n;
  constructor(found) {
    this.#found = found;
  }
  /** What the entries since `begin` charged. */
  get sum() {
    return paise(this.#sum);
  }
  begin(found, { bill: bill2, revision }, charges) {
    this.#found = found;
    this.#bill = bill2;
    this.#revision = revision;
    this.#charges = charges;
    this.#sum = 0n;
  }
  take({ seq, fields }) {
    this.#sum += fields.charge;
    if (this.#charges === null) return;
    const [charge2, ...rest] = this.#charges;
    if (charge2 === void 0) {
      this.#found.add(seq, `bill ${fields.bill} is charged for one part too many`);
      return;
    }
    this.#charges = rest;
    this.#found.expect(seq, "bill charged", fields.bill, this.#bill);
    this.#found.expect(seq, "revision charged", fields.revision, this.#revision);
    this.#found.expectDay(seq, "first day of the part", fields.firstDay, charge2.part.firstDay);
    this.#found.expect(seq, "days of the part", fields.numberOfDays, charge2.part.days);
    this.#found.expectKWh(seq, "units of the part", fields.wh, charge2.part.wh);
    this.#found.expect(seq, "tariff", fields.tariff, charge2.tariff.tariff);
    this.#found.expectLoad(seq, "load", fields.load, charge2.load);
    for (const [component, words3] of components2) {
      this.#found.expectMoney(seq, words3, fields[component], charge2[component]);
    }
  }
  /** An entry of another kind comes, or none: none may be missing. */
  end(seq) {
    const missing = this.#charges?.length ?? 0;
    if (missing > 0) {
      this.#found.add(seq, `bill ${this.#bill} is charged for ${missing} parts too few`);
    }
    this.#charges = [];
  }
};
var components2 = [
  ["energy", "energy charge"],
  ["fixedCharge", "fixed charge"],
  ["fuel", "fuel adjustment"],
  ["duty", "duty"],
  ["subsidy", "subsidy"],
  ["charge", "charge of the part"]
];

// contracts/rules/revision.ts
var revisionDifference = (restated) => {
  const { grossBefore, grossAfter, alreadyCharged, roundTo: unit } = restated;
  const amount = (gross) => asMoney("amount", roundTo(gross - alreadyCharged, unit));
  return asMoney("difference", amount(grossAfter) - amount(grossBefore));
};

// contracts/rules/audit/findings.ts
var Findings = class {
  list = [];
  #whole;
  constructor(whole2 = null) {
    this.#whole = whole2;
  }
  add(seq, message, fault) {
    this.list.push({ seq, message, ...fault && { fault } });
    this.#whole?.add(seq, message, fault);
  }
  expectMoney(seq, what, recorded, expected) {
    this.#expect(seq, "money", what, recorded, expected);
  }
  expectKWh(seq, what, recorded, expected) {
    this.#expect(seq, "energy", what, recorded, expected);
  }
  expectDay(seq, what, recorded, expected) {
    this.#expect(seq, "day", what, BigInt(recorded), BigInt(expected));
  }
  expectLoad(seq, what, recorded, expected) {
    this.#expect(seq, "load", what, recorded, expected);
  }
  expect(seq, what, recorded, expected) {
    if (typeof recorded === "number" && typeof expected === "number")
      this.#expect(seq, "number", what, BigInt(recorded), BigInt(expected));
    else if (recorded !== expected) this.add(seq, differs(what, recorded, expected));
  }
  /** What the rules make of it, or null; where they refuse, that is a finding. */
  worked(seq, work) {
    try {
      return work();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.add(seq, `the rules refuse it: ${reason}`, { kind: "refused", reason });
      return null;
    }
  }
  #expect(seq, unit, what, recorded, expected) {
    if (recorded === expected) return;
    const message = differs(what, shown[unit](recorded), shown[unit](expected));
    this.add(seq, message, { kind: "differs", what, unit, recorded, expected });
  }
};
var differs = (what, recorded, expected) => `${what}: recorded is ${recorded}, it should be ${expected}`;
var shown = {
  money: (value) => formatRupees(paise(value)),
  energy: (value) => `${formatKWh(wh(value))} kWh`,
  day: (value) => formatDay(dayNumber(Number(value))),
  number: String,
  load: (value) => `${value} W`
};

// contracts/rules/audit/corrections.ts
var Corrections = class {
  list = [];
  #found;
  #rules;
  #all = /* @__PURE__ */ new Map();
  #real = [];
  /** The correction and the reading last restated in a row of them, whose next one must begin at its register. */
  #loose = null;
  constructor(found, rules) {
    this.#found = found;
    this.#rules = rules;
  }
  get real() {
    return this.#real;
  }
  add(reading) {
    this.#all.set(reading.bill.number, reading);
    if (!reading.bill.isEstimated) this.#real.push(reading);
  }
  /**
   * Holds a correction against the reading it restates, and takes it over. null where there is no such bill.
   * @param isReplaced Whether the meter was replaced since the last real reading.
   */
  take(event2, isReplaced) {
    const { seq, fields } = event2;
    const standing = this.#all.get(fields.bill);
    if (standing === void 0) {
      this.#found.add(seq, `it corrects bill ${fields.bill}, which is not there`);
      return null;
    }
    const found = new Findings(this.#found);
    const before = stateOf(standing);
    const derived = standing.bill.isEstimated ? this.#refuseEstimate(found, event2, standing) : this.#check(found, event2, standing, isReplaced);
    const { previous, present, rollover } = fields;
    standing.reading = { ...standing.reading, previous, present, rollover };
    standing.revision = fields.revision;
    standing.gross = fields.grossAfter;
    standing.bill.wh = fields.wh;
    standing.bill.corrected = paise(standing.bill.corrected + fields.difference);
    const correction = { event: event2, before, after: stateOf(standing), derived, found };
    this.list.push(correction);
    const place = this.#real.indexOf(standing);
    if (place >= 0) this.#loose = { correction, place };
    return correction;
  }
  /** A row of corrections ended: the reading after the last one must begin at its register. */
  endRow(seq) {
    if (this.#loose === null) return;
    const { correction, place } = this.#loose;
    const next = this.#real[place + 1];
    this.#loose = null;
    if (next === void 0 || next.isFirstOfMeter) return;
    const { bill: bill2, present: named } = correction.event.fields;
    const { previous: recorded } = next.reading;
    if (recorded === named) return;
    const { number: number2 } = next.bill;
    correction.found.add(
      seq,
      `the correction of bill ${bill2} ends at register ${formatKWh(named)} kWh, but bill ${number2} begins at ${formatKWh(recorded)} kWh`,
      { kind: "end", bill: number2, named, recorded }
    );
  }
  /** What it would make all the same; its numbers are beside the point, so they are not compared. */
  #refuseEstimate(found, { seq, fields: { bill: bill2, present, rollover } }, { reading, estimates }) {
    const message = `it corrects bill ${bill2}, which is an estimate: the next real reading corrects those`;
    found.add(seq, message, { kind: "estimate" });
    return this.#rules.derive(found, seq, { ...reading, present, rollover }, estimates);
  }
  /** The bill worked out anew, null where it can't be. */
  #check(found, { seq, fields }, real, isReplaced) {
    const place = this.#real.indexOf(real);
    if (!this.#goesOn(place, fields.previous)) this.endRow(seq);
    const before = this.#real[place - 1];
    const isFirst = real.isFirstOfMeter || before === void 0;
    const previous = isFirst ? real.reading.previous : before.reading.present;
    const { present, rollover } = fields;
    found.expect(seq, "number of the revision", fields.revision, real.revision + 1);
    found.expectKWh(seq, "register before", fields.previous, previous);
    found.expectMoney(seq, "charges before it", fields.grossBefore, real.gross);
    this.#refuseMoved(found, seq, place, present, isReplaced);
    const reading = { ...real.reading, previous, present, rollover };
    const derived = this.#rules.derive(found, seq, reading, real.estimates);
    if (derived !== null) this.#compare(found, seq, fields, real, derived);
    return derived;
  }
  /** Whether a correction may be one more of a row: of the next reading, from the register where the last one ended. */
  #goesOn(place, previous) {
    const { place: last2, correction } = this.#loose ?? {};
    return last2 === place - 1 && correction?.event.fields.present === previous;
  }
  #compare(found, seq, fields, { gross: grossBefore }, { consumption: consumption2, gross: grossAfter, alreadyCharged, roundTo: roundTo2 }) {
    found.expectKWh(seq, "units", fields.wh, consumption2.wh);
    found.expectMoney(seq, "charges after it", fields.grossAfter, grossAfter);
    const difference = found.worked(
      seq,
      () => revisionDifference({ grossBefore, grossAfter, alreadyCharged, roundTo: roundTo2 })
    );
    if (difference !== null) {
      found.expectMoney(seq, "difference", fields.difference, difference);
    }
  }
  /** The last register of a meter stays: what it read out when it was replaced was counted from there. */
  #refuseMoved(found, seq, place, named, isReplaced) {
    const recorded = this.#real[place]?.reading.present ?? named;
    const next = this.#real[place + 1];
    const isEnd = next === void 0 ? isReplaced : next.isFirstOfMeter;
    if (named === recorded || !isEnd) return;
    const message = "it moves the last register of a meter that was replaced since";
    found.add(seq, message, { kind: "replaced", named, recorded });
  }
};
var stateOf = ({ reading, bill: bill2, gross }) => ({
  previous: reading.previous,
  present: reading.present,
  wh: bill2.wh,
  gross,
  amount: bill2.corrected
});

// contracts/rules/usual.ts
var usual = (bills, days) => {
  const last2 = bills.slice(-3);
  const known = last2.reduce((total, each) => total + each.days, 0);
  if (known === 0) return null;
  const used = last2.reduce((total, each) => total + each.wh, 0n);
  return wh(used * BigInt(days) / BigInt(known));
};
var estimate = (input) => {
  const { bills, days, previous, carried, multiplier, modulus } = input;
  const expected = usual(bills, days);
  if (expected === null) return null;
  const rest = expected > carried ? expected - carried : 0n;
  const present = previous + rest / BigInt(multiplier);
  return present < modulus ? { present: wh(present), rollover: false } : { present: wh(present - modulus), rollover: true };
};

// contracts/rules/audit/estimateRemark.ts
var estimateRemark = (reading, realBills, modulus) => {
  const { previous, carried, multiplier, start, end, present, rollover } = reading;
  const days = end - start;
  const usual2 = estimate({ bills: realBills, days, previous, carried, multiplier, modulus });
  const what = `bill ${reading.bill} is an estimate`;
  if (usual2 === null) return `${what} with no real reading before it to go by`;
  if (usual2.present === present && usual2.rollover === rollover) {
    return `${what}, as usual; the next real reading corrects it`;
  }
  return `${what} that departs from the usual: register ${formatKWh(present)} kWh, by the last bills ${formatKWh(usual2.present)} kWh`;
};

// contracts/rules/audit/audit.ts
var ESTIMATED = 2;
var FINAL = 3;
var NO_METER = `0x${"0".repeat(40)}`;
var Audit = class {
  remarks = [];
  bills = [];
  terms = [];
  #tariffs;
  #receipts = /* @__PURE__ */ new Map();
  #disputed = /* @__PURE__ */ new Set();
  #found = new Findings();
  #charges = new AwaitedCharges(this.#found);
  #corrections = new Corrections(this.#found, {
    derive: (found, seq, reading, estimates) => this.#derive(found, seq, reading, estimates)
  });
  #seq = 0;
  #balance = 0n;
  #proposal = null;
  #meter = null;
  #register = wh(0n);
  #realDay = dayNumber(0);
  #carried = wh(0n);
  #isReplaced = false;
  #isFirstOfMeter = true;
  #estimates = [];
  #isClosed = false;
  #isPending = false;
  /** The reading whose charges and bill must follow. */
  #open = null;
  /** @param tariffs Those of a category, withdrawn ones left out. */
  constructor(tariffs) {
    this.#tariffs = tariffs;
  }
  get findings() {
    return this.#found.list;
  }
  /** Every correction of a bill that there is, in order, with what was found about it. */
  get corrections() {
    return this.#corrections.list;
  }
  /** What the contract must have in the account's slot now. */
  get standing() {
    return {
      seq: this.#seq,
      balance: paise(this.#balance),
      register: this.#register,
      realDay: this.#realDay,
      bills: this.bills.length,
      terms: this.terms.length,
      estimates: this.#estimates.length,
      isClosed: this.#isClosed,
      isPending: this.#isPending
    };
  }
  /** The categories agreed to so far, rising. */
  get categories() {
    return [...new Set(this.terms.map(({ category }) => category))].sort((a, b) => a - b);
  }
  /** The next entry. Entries come in order of seq, all of them. */
  take(event2) {
    const { name, seq } = event2;
    this.#found.expect(seq, "entry number", seq, this.#seq + 1);
    this.#seq = seq;
    if (name !== "ChargeApplied") {
      this.#charges.end(seq);
      if (name !== "BillIssued") this.#endReading();
      if (name !== "ConsumptionRevised") this.#corrections.endRow(seq);
    }
    this.#apply(event2);
  }
  /** That nothing is left half done. */
  end() {
    this.#charges.end(this.#seq);
    this.#corrections.endRow(this.#seq);
    this.#endReading();
  }
  #apply(event2) {
    const { seq } = event2;
    switch (event2.name) {
      case "AgreementProposed":
        return this.#propose(event2);
      case "AgreementAccepted":
        return this.#accept(event2);
      case "MeterInstalled":
        return this.#install(event2);
      case "ConsumptionRecorded":
        return this.#record(event2);
      case "ChargeApplied":
        return this.#charges.take(event2);
      case "BillIssued":
        return this.#issue(event2);
      case "ConsumptionRevised":
        return this.#revise(event2);
      case "PaymentMade": {
        const { channel, receiptReference, amount, balance } = event2.fields;
        if (channel !== 0) this.#receipts.set(receiptReference, event2.fields);
        return this.#post(seq, 0n - amount, balance);
      }
      case "PaymentReversed":
        return this.#reverse(event2);
      case "AdjustmentPosted":
        if (event2.fields.bill !== 0) this.#expectBill(seq, event2.fields.bill);
        return this.#post(seq, event2.fields.amount, event2.fields.balance);
      case "BillDisputed":
        this.#expectBill(seq, event2.fields.bill);
        this.#disputed.add(event2.fields.bill);
        return void 0;
      case "DisputeResolved":
        if (this.#disputed.delete(event2.fields.bill)) return void 0;
        return this.#found.add(seq, `no dispute was open on bill ${event2.fields.bill}`);
      default:
        return this.#found.add(seq, `${event2.name} is no entry of a consumer's account`);
    }
  }
  #propose({ seq, fields }) {
    const hash = termsHash(termsOfAgreement(fields));
    this.#found.expect(seq, "hash of the terms", fields.termsHash, hash);
    this.#proposal = fields.termsHash;
  }
  #accept({ seq, fields }) {
    const terms2 = termsOfAgreement(fields);
    this.#found.expect(seq, "hash of the terms", fields.termsHash, termsHash(terms2));
    this.#found.expect(seq, "terms accepted", fields.termsHash, this.#proposal ?? "none");
    this.#proposal = null;
    if (this.terms.length === 0) this.#realDay = terms2.firstDay;
    this.terms.push(terms2);
  }
  #install({ seq, fields }) {
    if (this.#meter !== null) {
      const { multiplier: multiplier2, modulus: modulus2 } = this.#meter;
      const { closing: present, rollover, day: end } = fields;
      const between2 = { previous: this.#register, carried: this.#carried, start: this.#realDay };
      const counted2 = this.#found.worked(
        seq,
        () => consumption({ ...between2, present, multiplier: multiplier2, rollover, modulus: modulus2, end })
      );
      if (counted2 !== null) {
        this.#found.expectKWh(seq, "what the old meter counted", fields.carried, counted2.wh);
      }
      this.#isReplaced = true;
    }
    const { meter, multiplier, modulus } = fields;
    this.#meter = { meter, multiplier, modulus };
    this.#carried = fields.carried;
    this.#register = fields.register;
    this.#isFirstOfMeter = true;
    this.#isPending = true;
  }
  #record(event2) {
    const { seq, fields } = event2;
    this.#found.expect(seq, "number of the bill", fields.bill, this.bills.length + 1);
    this.#found.expect(seq, "meter", fields.meter, this.#meter?.meter ?? NO_METER);
    this.#found.expect(seq, "factor", fields.multiplier, this.#meter?.multiplier ?? 0);
    this.#found.expectKWh(seq, "register before", fields.previous, this.#register);
    this.#found.expectKWh(seq, "carried from meters before", fields.carried, this.#carried);
    this.#found.expectDay(seq, "first day", fields.start, this.#realDay);
    const derived = this.#derive(this.#found, seq, this.#readingOf(fields), this.#estimates);
    if (derived !== null) {
      this.#found.expectKWh(seq, "units", fields.wh, derived.consumption.wh);
    }
    if (fields.kind === ESTIMATED) this.#remark(event2);
    this.#open = { event: event2, derived };
    const { bill: bill2 } = fields;
    this.#charges.begin(this.#found, { bill: bill2, revision: 0 }, derived?.charges ?? null);
  }
  #issue({ seq, fields }) {
    const open = this.#open;
    this.#open = null;
    if (open === null) {
      this.#found.add(seq, `bill ${fields.number} rests on no reading`);
      return;
    }
    const reading = open.event.fields;
    const { number: number2, start, end, amount, dueDay, gross } = fields;
    this.#found.expect(seq, "number of the bill", number2, reading.bill);
    this.#found.expectDay(seq, "first day", start, reading.start);
    this.#found.expectDay(seq, "day after the last", end, reading.end);
    this.#found.expectMoney(seq, "sum of its charges", gross, this.#charges.sum);
    if (open.derived !== null) {
      const { derived } = open;
      this.#found.expectMoney(seq, "charges", gross, derived.gross);
      const { alreadyCharged, rounding } = derived;
      this.#found.expectMoney(seq, "already charged", fields.alreadyCharged, alreadyCharged);
      this.#found.expectMoney(seq, "rounding", fields.rounding, rounding);
      this.#found.expectMoney(seq, "amount", amount, derived.amount);
    }
    this.#post(seq, amount, fields.balance);
    const isEstimated = reading.kind === ESTIMATED;
    const issued = { number: number2, start, end, amount, dueDay, isEstimated };
    const bill2 = { ...issued, wh: reading.wh, corrected: amount };
    this.bills.push(bill2);
    this.#corrections.add({
      bill: bill2,
      reading: this.#readingOf(reading),
      revision: 0,
      gross,
      estimates: this.#estimates,
      isFirstOfMeter: this.#isFirstOfMeter
    });
    if (isEstimated) {
      this.#estimates = [...this.#estimates, { number: number2, amount }];
      this.#isPending = true;
      return;
    }
    this.#estimates = [];
    this.#isFirstOfMeter = this.#isReplaced = this.#isPending = false;
    this.#carried = wh(0n);
    this.#realDay = end;
    this.#register = reading.present;
    this.#isClosed = reading.kind === FINAL;
  }
  #revise(event2) {
    const { seq, fields } = event2;
    const correction = this.#corrections.take(event2, this.#isReplaced);
    const found = correction?.found ?? this.#found;
    const isEstimate = this.bills[fields.bill - 1]?.isEstimated === true;
    this.#charges.begin(found, fields, isEstimate ? null : correction?.derived?.charges ?? null);
    this.#post(seq, fields.difference, fields.balance);
    const isLast = this.#corrections.real.at(-1)?.bill.number === fields.bill;
    if (isLast && !this.#isReplaced) this.#register = fields.present;
  }
  #reverse({ seq, fields }) {
    const receipt = this.#receipts.get(fields.receiptReference);
    if (receipt === void 0) {
      this.#found.add(seq, "it takes back a receipt that was not posted");
    } else {
      this.#found.expectMoney(seq, "amount of the receipt", fields.amount, receipt.amount);
      this.#found.expect(seq, "channel of the receipt", fields.channel, receipt.channel);
      this.#receipts.delete(fields.receiptReference);
    }
    this.#post(seq, fields.amount, fields.balance);
  }
  #post(seq, amount, balance) {
    this.#balance += amount;
    this.#found.expectMoney(seq, "balance", balance, paise(this.#balance));
  }
  #readingOf(fields) {
    const { previous, present, multiplier, carried, rollover, start, end } = fields;
    const modulus = this.#meter?.modulus ?? null;
    return { previous, present, multiplier, carried, rollover, modulus, start, end };
  }
  #derive(found, seq, reading, estimates) {
    const tariffs = this.categories.flatMap((category) => this.#tariffs(category));
    return found.worked(seq, () => bill({ reading, estimates, terms: this.terms, tariffs }));
  }
  #remark({ seq, fields }) {
    const real = this.#corrections.real.slice(-3);
    const bills = real.map(({ bill: bill2 }) => ({ wh: bill2.wh, days: bill2.end - bill2.start }));
    const modulus = this.#meter?.modulus ?? wh(2n ** 64n - 1n);
    this.remarks.push({ seq, message: estimateRemark(fields, bills, modulus) });
  }
  #endReading() {
    if (this.#open === null) return;
    this.#found.add(this.#seq, `the reading of bill ${this.#open.event.fields.bill} made no bill`);
    this.#open = null;
  }
  #expectBill(seq, number2) {
    if (number2 > 0 && number2 <= this.bills.length) return;
    this.#found.add(seq, `it names bill ${number2}, which there is not`);
  }
};

// contracts/rules/accountHead.ts
var accountHead = (head, topic0, seq, data) => accountHeadOfHash(head, topic0, seq, keccak256(data));
var accountHeadOfHash = (head, topic0, seq, dataHash) => {
  words.set(head, 0);
  words.set(topic0, 32);
  view.setBigUint64(88, BigInt(seq));
  words.set(dataHash, 96);
  return keccak256(words);
};
var words = new Uint8Array(128);
var view = new DataView(words.buffer);
var emptyHead = () => new Uint8Array(32);

// contracts/proof/evidence/heads.ts
var readHistory = (account, entries2, later = []) => {
  let head = emptyHead();
  let seq = 0;
  const events = entries2.map(({ event: event2, data: text2 }) => {
    seq++;
    try {
      const data = bytesOf(text2);
      head = accountHead(head, topicBytesOf(event2), seq, data);
      return decodeEvent({ topics: encodeTopics(event2, account, seq), data });
    } catch (cause) {
      if (!(cause instanceof UndecodableLog || cause instanceof NotHex)) throw cause;
      throw new EvidenceRefused(
        "entry-unreadable",
        `Entry ${seq} of ${account} can't be read as ${event2}: ${cause instanceof UndecodableLog ? cause.reason : "it has half a byte"}. It was altered.`,
        cause
      );
    }
  });
  for (const { event: event2, hash } of later) {
    seq++;
    head = accountHeadOfHash(head, topicBytesOf(event2), seq, bytesOf(hash));
  }
  return { events, head, seq };
};
var requireHead = (whose, { head, seq }, onChain) => {
  if (hexOf(head) === hexOf(onChain)) return;
  throw new EvidenceRefused(
    "head-differs",
    `The ${seq} entries of ${whose} are not what the chain recorded: together they give the fingerprint ${hexOf(head)}, the chain has ${hexOf(onChain)}. One was left out, added, altered or moved.`
  );
};

// contracts/proof/evidence/identity.ts
var signersAt = ({ signers: signers2, signerChanges }, block2) => signerChanges.findLast((change2) => change2.block <= block2)?.signers ?? signers2;
var requireTrusted = (claim2, trust, { from, to }) => {
  for (const [member, words3] of identity) {
    if (claim2[member] === trust[member]) continue;
    throw new EvidenceRefused(
      "another-chain",
      `It is of another ledger than the one you trust: its ${words3} is ${claim2[member]}, the trust file has ${trust[member]}.`
    );
  }
  for (const block2 of /* @__PURE__ */ new Set([from, to])) {
    if (textOf(claim2.signers) === textOf(signersAt(trust, block2))) continue;
    throw new EvidenceRefused(
      "other-signers",
      `The parties it names as sealing block ${block2} are not those of the trust file: ${textOf(claim2.signers) || "none"}, instead of ${textOf(signersAt(trust, block2)) || "none"}.`
    );
  }
  if (from < trust.minimumBlock) {
    throw new EvidenceRefused(
      "too-old",
      `It shows the account as of block ${from}, before block ${trust.minimumBlock} from which on the trust file takes it: what came later is not in it. Ask for a newer one.`
    );
  }
};
var identity = [
  ["chainId", "chain id"],
  ["genesisHash", "first block"],
  ["contract", "contract"],
  ["codeHash", "contract's code"]
];
var textOf = (signers2) => inOrder(signers2).map(({ party, address: address2 }) => `${party} ${address2}`).join(", ");
var inOrder = (signers2) => [...signers2].sort((a, b) => a.address < b.address ? -1 : 1);
var requireSigners = (signers2) => {
  const isOnce = ["party", "address"].every(
    (member) => new Set(signers2.map((signer) => signer[member])).size === signers2.length
  );
  if (isOnce && inOrder(signers2).every((signer, i) => signer === signers2[i])) return;
  throw new EvidenceRefused(
    "other-signers",
    "It names the parties that seal twice, or not in the order of their addresses: it was altered."
  );
};

// contracts/rules/claim.ts
var BETWEEN_INSTALMENTS = 30;
var newClaim = (number2) => ({
  number: number2,
  bill: null,
  decrease: 0n,
  increases: [],
  isRevised: false,
  dispute: null
});
var asked = ({ bill: bill2, decrease, increases }) => increases.reduce((total, { amount }) => total + amount, (bill2?.amount ?? 0n) + decrease);
var heldBack = (claim2) => {
  const { dispute: dispute2 } = claim2;
  if (dispute2 === null || dispute2.outcome !== null) return 0n;
  const asks = asked(claim2);
  return dispute2.holds < asks ? dispute2.holds : asks;
};
var sumsOf = (claim2) => {
  const { bill: bill2, decrease, increases } = claim2;
  const daysToPay = bill2 === null ? 0 : bill2.dueDay - bill2.day;
  const own2 = (bill2?.amount ?? 0n) + decrease;
  const sums = [
    ...bill2 === null || own2 <= 0n ? [] : instalments(own2, bill2),
    ...increases.map(({ day, amount }, i) => ({
      kind: "increase",
      number: i + 1,
      dueDay: dayNumber(day + daysToPay),
      amount
    }))
  ].sort((a, b) => a.dueDay - b.dueDay);
  return own2 >= 0n ? sums : shortened(sums, asked(claim2));
};
var instalments = (own2, { dueDay, instalments: instalments2 }) => {
  const each = own2 / BigInt(instalments2);
  const first = own2 - each * BigInt(instalments2 - 1);
  return Array.from({ length: instalments2 }, (_, i) => ({
    kind: "instalment",
    number: i + 1,
    dueDay: dayNumber(dueDay + BETWEEN_INSTALMENTS * i),
    amount: paise(i === 0 ? first : each)
  })).filter(({ amount }) => amount > 0n);
};
var shortened = (sums, total) => {
  let left = total;
  return sums.flatMap((sum3) => {
    const amount = paise(left < sum3.amount ? left : sum3.amount);
    if (amount <= 0n) return [];
    left -= amount;
    return [{ ...sum3, amount }];
  });
};

// contracts/rules/fill.ts
var fill = (claims, credits) => {
  const inOrder2 = claims.filter((claim2) => asked(claim2) > 0n).sort((a, b) => a.number - b.number);
  const takers = [
    ...inOrder2.map((claim2) => ({
      number: claim2.number,
      part: "free",
      wants: asked(claim2) - heldBack(claim2)
    })),
    ...inOrder2.map((claim2) => ({
      number: claim2.number,
      part: "held",
      wants: heldBack(claim2)
    }))
  ];
  const fillings = new Map(
    inOrder2.map(({ number: number2 }) => [number2, { free: paise(0n), held: paise(0n), by: [] }])
  );
  let taker = 0;
  let rest = 0n;
  for (const { seq, amount } of credits) {
    let left = amount;
    while (left > 0n) {
      const next = takers[taker];
      if (next === void 0) break;
      const given = paise(left < next.wants ? left : next.wants);
      const filling = fillings.get(next.number);
      if (filling !== void 0 && given > 0n) {
        filling[next.part] = paise(filling[next.part] + given);
        addTo(filling.by, { seq, amount: given });
      }
      left -= given;
      next.wants -= given;
      if (next.wants === 0n) taker++;
    }
    rest += left;
  }
  return { fillings, rest: paise(rest) };
};
var addTo = (by, { seq, amount }) => {
  const before = by.findIndex((each) => each.seq === seq);
  if (before === -1) by.push({ seq, amount });
  else by[before] = { seq, amount: paise(amount + (by[before]?.amount ?? 0n)) };
};

// contracts/rules/pool.ts
var pool = (postings2, today) => {
  const { claims, payments, balance } = postings2.reduce(post, nothing());
  const sorted = [...claims.values()].sort((a, b) => a.number - b.number);
  const { fillings, rest } = fill(sorted, creditsOf(sorted, payments));
  return {
    bills: sorted.map((claim2) => pooledBill(claim2, fillings.get(claim2.number), today)),
    balance: paise(balance),
    credit: rest
  };
};
var nothing = () => ({ claims: /* @__PURE__ */ new Map(), payments: [], balance: 0n });
var post = (state, posting) => {
  switch (posting.kind) {
    case "bill":
      claimOf(state, posting.number).bill = posting;
      state.balance += posting.amount;
      break;
    case "revision": {
      const claim2 = claimOf(state, posting.bill);
      claim2.isRevised = true;
      change(claim2, posting, posting.difference);
      state.balance += posting.difference;
      break;
    }
    case "adjustment":
      if (posting.amount > 0n) change(claimOf(state, posting.bill), posting, posting.amount);
      else addPayment(state, posting.seq, 0n - posting.amount, null);
      state.balance += posting.amount;
      break;
    case "payment":
      addPayment(state, posting.seq, posting.amount, posting.reference);
      state.balance -= posting.amount;
      break;
    case "reversal":
      state.payments = state.payments.filter(({ reference }) => reference !== posting.reference);
      state.balance += posting.amount;
      break;
    case "dispute":
      dispute(state, posting);
      break;
    case "resolution": {
      const claim2 = claimOf(state, posting.bill);
      if (claim2.dispute !== null) claim2.dispute = { ...claim2.dispute, outcome: posting.outcome };
      break;
    }
  }
  return state;
};
var claimOf = ({ claims }, number2) => {
  const claim2 = claims.get(number2) ?? newClaim(number2);
  claims.set(number2, claim2);
  return claim2;
};
var change = (claim2, { seq, day }, amount) => {
  if (amount > 0n) claim2.increases.push({ seq, day, amount });
  else claim2.decrease += amount;
};
var addPayment = (state, seq, amount, reference) => {
  state.payments.push({ seq, amount: paise(amount), reference });
};
var dispute = (state, { seq, bill: bill2, amount }) => {
  const claim2 = claimOf(state, bill2);
  const claims = [...state.claims.values()];
  const filling = fill(claims, creditsOf(claims, state.payments)).fillings.get(bill2);
  const left = filling === void 0 ? 0n : asked(claim2) - filling.free - filling.held;
  claim2.dispute = { seq, amount, holds: amount < left ? amount : paise(left), outcome: null };
};
var creditsOf = (claims, payments) => [
  ...payments,
  ...claims.flatMap((claim2) => {
    const asks = asked(claim2);
    return claim2.bill !== null && asks < 0n ? [{ seq: claim2.bill.seq, amount: paise(0n - asks) }] : [];
  })
].sort((a, b) => a.seq - b.seq);
var pooledBill = (claim2, filling, today) => {
  const asks = asked(claim2);
  const held = heldBack(claim2);
  const free = filling?.free ?? 0n;
  const ofHeld = filling?.held ?? 0n;
  const filled = free + ofHeld;
  const left = asks > 0n ? asks - filled : 0n;
  const sums = pooledSums(sumsOf(claim2), { free, ofHeld, freeEnd: asks - held }, today);
  const overdue = sums.filter(({ isOverdue }) => isOverdue);
  const first = overdue[0];
  return {
    number: claim2.number,
    asks: paise(asks),
    filled: paise(filled),
    left: paise(left),
    heldBack: paise(left === 0n ? 0n : held - ofHeld),
    overdue: paise(overdue.reduce((total, { left: left2, heldBack: heldBack2 }) => total + left2 - heldBack2, 0n)),
    overdueSince: first === void 0 ? null : dayNumber(first.dueDay + 1),
    status: statusOf(left, filled, overdue.length > 0),
    isRevised: claim2.isRevised,
    dispute: claim2.dispute === null ? null : { amount: claim2.dispute.amount, outcome: claim2.dispute.outcome },
    sums,
    filledBy: filling?.by ?? []
  };
};
var statusOf = (left, filled, isOverdue) => {
  if (left === 0n) return "settled";
  if (isOverdue) return "overdue";
  return filled > 0n ? "part paid" : "issued";
};
var pooledSums = (sums, { free, ofHeld, freeEnd }, today) => {
  let from = 0n;
  return sums.map((sum3) => {
    const until = from + sum3.amount;
    const open = common(from, until, free, freeEnd);
    const held = common(from, until, freeEnd + ofHeld, until);
    from = until;
    return {
      ...sum3,
      left: paise(open + held),
      heldBack: paise(held),
      isOverdue: open > 0n && sum3.dueDay < today
    };
  });
};
var common = (a, b, c, d) => {
  const length = (b < d ? b : d) - (a > c ? a : c);
  return length > 0n ? length : 0n;
};

// contracts/rules/posting.ts
var postingsOf = (entries2) => {
  const terms2 = [];
  const postings2 = [];
  for (const { event: event2, day } of entries2) {
    if (event2.name === "AgreementAccepted") terms2.push(termsOfAgreement(event2.fields));
    const posting = postingOf(event2, terms2);
    if (posting !== void 0) postings2.push({ seq: event2.seq, day, ...posting });
  }
  return postings2;
};
var postingOf = (event2, terms2) => {
  switch (event2.name) {
    case "BillIssued": {
      const { number: number2, amount, dueDay, end } = event2.fields;
      const instalments2 = termsOn(terms2, dayNumber(end - 1))?.instalments ?? 1;
      return { kind: "bill", number: number2, amount, dueDay, instalments: instalments2 };
    }
    case "ConsumptionRevised":
      return { kind: "revision", bill: event2.fields.bill, difference: event2.fields.difference };
    case "AdjustmentPosted":
      return { kind: "adjustment", bill: event2.fields.bill, amount: event2.fields.amount };
    case "PaymentMade":
      return {
        kind: "payment",
        amount: event2.fields.amount,
        reference: event2.fields.receiptReference
      };
    case "PaymentReversed":
      return {
        kind: "reversal",
        amount: event2.fields.amount,
        reference: event2.fields.receiptReference
      };
    case "BillDisputed":
      return { kind: "dispute", bill: event2.fields.bill, amount: event2.fields.amount };
    case "DisputeResolved": {
      const outcome = event2.fields.outcome === 0 ? "upheld" : "granted";
      return { kind: "resolution", bill: event2.fields.bill, outcome };
    }
    default:
      return void 0;
  }
};

// contracts/proof/evidence/later.ts
var ordinary = /* @__PURE__ */ new Set([
  "AgreementProposed",
  "AgreementAccepted",
  "MeterInstalled",
  "ConsumptionRecorded",
  "ChargeApplied",
  "BillIssued",
  "PaymentMade"
]);
var hidden = (later) => later.find((name) => !ordinary.has(name));
var isSettledFor = (events, bill2) => {
  const bills = poolOf(events, dayNumber(0)).bills;
  return bills.find(({ number: number2 }) => number2 === bill2)?.status === "settled" && bills.every(({ dispute: dispute2 }) => dispute2 === null || dispute2.outcome !== null);
};
var entriesFor = (events, bill2) => {
  const issued = events.findIndex(
    (event2) => event2.name === "BillIssued" && event2.fields.number === bill2
  );
  let count2 = issued + 1;
  for (const [i, { name }] of events.entries())
    if (!ordinary.has(name)) count2 = Math.max(count2, i + 1);
  while (isRevisedCharge(events[count2])) count2++;
  if (!isSettledFor(events, bill2)) return events.length;
  const { filledBy = [] } = poolOf(events, dayNumber(0)).bills.find(({ number: number2 }) => number2 === bill2) ?? {};
  return Math.max(count2, ...filledBy.map(({ seq }) => seq));
};
var isRevisedCharge = (event2) => event2?.name === "ChargeApplied" && event2.fields.revision > 0;
var poolOf = (events, today) => pool(postings(events, today), today);
var postings = (events, today) => {
  const terms2 = [];
  const dated = events.map((event2) => {
    if (event2.name === "AgreementAccepted") terms2.push(termsOfAgreement(event2.fields));
    if (event2.name !== "BillIssued") return { event: event2, day: today };
    const { end, dueDay } = event2.fields;
    return { event: event2, day: dayNumber(dueDay - (termsOn(terms2, dayNumber(end - 1))?.daysToPay ?? 0)) };
  });
  return postingsOf(dated);
};

// contracts/proof/bytes.ts
var isSame2 = (a, b) => {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
};
var bytesToBigint = (bytes3) => {
  let value = 0n;
  for (const byte of bytes3) value = value << 8n | BigInt(byte);
  return value;
};

// contracts/proof/rlp.ts
var encodeRlp = (item) => {
  const bytes3 = new Uint8Array(encodedLength(item));
  write2(bytes3, 0, item);
  return bytes3;
};
var decodeRlp = (bytes3) => {
  const reader = new RlpReader(bytes3);
  const item = reader.item();
  reader.end();
  return item;
};
var rlpUint = (value) => {
  const digits2 = value.toString(16);
  if (digits2 === "0") return new Uint8Array(0);
  const bytes3 = new Uint8Array(digits2.length + 1 >> 1);
  for (let i = bytes3.length - 1, end = digits2.length; i >= 0; i--, end -= 2) {
    bytes3[i] = Number.parseInt(digits2.slice(Math.max(0, end - 2), end), 16);
  }
  return bytes3;
};
var prefixLength = (length) => length < 56 ? 1 : 1 + bytesIn(length);
var writePrefix = (bytes3, at, base, length) => {
  if (length < 56) {
    bytes3[at] = base + length;
    return at + 1;
  }
  const size = bytesIn(length);
  bytes3[at] = base + 55 + size;
  for (let i = size, rest = length; i > 0; i--, rest = Math.floor(rest / 256)) bytes3[at + i] = rest;
  return at + 1 + size;
};
var RlpReader = class _RlpReader {
  #bytes;
  #stop;
  /** Where the next item begins, in the bytes given. */
  at;
  #from = 0;
  #to = 0;
  #list = false;
  constructor(bytes3, from = 0, to = bytes3.length) {
    this.#bytes = bytes3;
    this.at = from;
    this.#stop = to;
  }
  get done() {
    return this.at >= this.#stop;
  }
  get nextIsList() {
    return (this.#bytes[this.at] ?? 0) >= 192;
  }
  bytes() {
    this.#next(false);
    return this.#bytes.subarray(this.#from, this.#to);
  }
  /** Where the bytes of a byte string begin; they end where the reader stands then. */
  bytesAt() {
    this.#next(false);
    return this.#from;
  }
  /** A byte string of exactly that many bytes. */
  fixed(length) {
    this.fixedAt(length);
    return this.#bytes.subarray(this.#from, this.#to);
  }
  /** Where the bytes of one of exactly that many begin. */
  fixedAt(length) {
    this.#next(false);
    if (this.#to - this.#from !== length) {
      throw this.#malformed(`${this.#to - this.#from} bytes where ${length} belong`);
    }
    return this.#from;
  }
  /** A whole number up to 2⁵³ − 1. */
  number() {
    this.#next(false);
    let value = 0;
    for (let i = this.#from; i < this.#to; i++) value = value * 256 + this.#bytes[i];
    if (!Number.isSafeInteger(value)) throw this.#malformed("a number beyond 2^53");
    this.#refuseLeadingZero();
    return value;
  }
  bigint() {
    this.#next(false);
    let value = 0n;
    for (let i = this.#from; i < this.#to; i++) {
      value = value << 8n | BigInt(this.#bytes[i]);
    }
    this.#refuseLeadingZero();
    return value;
  }
  /** A list, to be read by a reader of its own. */
  list() {
    this.#next(true);
    return new _RlpReader(this.#bytes, this.#from, this.#to);
  }
  /** The next item as it stands, prefix included. */
  raw() {
    const start = this.at;
    this.#next();
    return this.#bytes.subarray(start, this.#to);
  }
  item() {
    this.#next();
    if (!this.#list) return this.#bytes.subarray(this.#from, this.#to);
    const items = [];
    const list = new _RlpReader(this.#bytes, this.#from, this.#to);
    while (!list.done) items.push(list.item());
    return items;
  }
  /** That nothing follows. */
  end() {
    if (this.at !== this.#stop) {
      throw this.#malformed(`${this.#stop - this.at} bytes more than belong there`);
    }
  }
  /** Finds the next item's payload; `list` says of which sort it must be. */
  #next(list) {
    const { at } = this;
    if (at >= this.#stop) throw this.#malformed("the end where an item belongs");
    const prefix = this.#bytes[at];
    let from = at;
    let length = 1;
    if (prefix >= 128) {
      from = at + 1;
      length = prefix < 192 ? prefix - 128 : prefix - 192;
      if (length > 55) {
        const size = length - 55;
        length = this.#longLength(from, size);
        from += size;
      }
    }
    if (length > this.#stop - from) throw this.#malformed(`${length} bytes said, fewer there`);
    if (prefix === 129 && this.#bytes[from] < 128) {
      throw this.#malformed("a byte below 0x80 behind a prefix");
    }
    this.#list = prefix >= 192;
    if (list !== void 0 && list !== this.#list) {
      throw this.#malformed(
        list ? "a string where a list belongs" : "a list where a string belongs"
      );
    }
    this.#from = from;
    this.#to = from + length;
    this.at = this.#to;
  }
  #longLength(from, size) {
    if (size > this.#stop - from) throw this.#malformed("a length cut off");
    let length = 0;
    for (let i = from; i < from + size; i++) length = length * 256 + this.#bytes[i];
    if (this.#bytes[from] === 0 || length < 56) {
      throw this.#malformed("a length in more bytes than it needs");
    }
    return length;
  }
  #refuseLeadingZero() {
    if (this.#to > this.#from && this.#bytes[this.#from] === 0) {
      throw this.#malformed("a number with a leading zero");
    }
  }
  #malformed(reason) {
    return new MalformedRlp(this.at, reason);
  }
};
var bytesIn = (length) => {
  let size = 1;
  for (let rest = length; rest >= 256; rest = Math.floor(rest / 256)) size++;
  return size;
};
var isBytes2 = (item) => item instanceof Uint8Array;
var payloadLength = (item) => isBytes2(item) ? item.length : item.reduce((length, part) => length + encodedLength(part), 0);
var encodedLength = (item) => {
  if (isBytes2(item) && item.length === 1 && item[0] < 128) return 1;
  const length = payloadLength(item);
  return prefixLength(length) + length;
};
var write2 = (bytes3, at, item) => {
  if (isBytes2(item)) {
    if (item.length === 1 && item[0] < 128) {
      bytes3[at] = item[0];
      return at + 1;
    }
    const from = writePrefix(bytes3, at, 128, item.length);
    bytes3.set(item, from);
    return from + item.length;
  }
  let next = writePrefix(bytes3, at, 192, payloadLength(item));
  for (const part of item) next = write2(bytes3, next, part);
  return next;
};
var MalformedRlp = class extends Error {
  name = "MalformedRlp";
  /** Byte at which it went wrong. */
  at;
  reason;
  constructor(at, reason) {
    super(`Not RLP at byte ${at}: ${reason}. The bytes were cut or altered; fetch them again.`);
    this.at = at;
    this.reason = reason;
  }
};

// contracts/proof/header.ts
var decodeHeader = (raw) => {
  const outer = new RlpReader(raw);
  const fields = outer.list();
  outer.end();
  const header = {
    parentHash: fields.fixed(32),
    unclesHash: fields.fixed(32),
    coinbase: fields.fixed(20),
    stateRoot: fields.fixed(32),
    transactionsRoot: fields.fixed(32),
    receiptsRoot: fields.fixed(32),
    logsBloom: fields.fixed(256),
    difficulty: fields.bigint(),
    number: fields.number(),
    gasLimit: fields.number(),
    gasUsed: fields.number(),
    timestamp: fields.number(),
    extraData: fields.bytes(),
    mixHash: fields.fixed(32),
    nonce: fields.fixed(8)
  };
  fields.end();
  return header;
};
var encodeHeader = (header) => encodeRlp([
  header.parentHash,
  header.unclesHash,
  header.coinbase,
  header.stateRoot,
  header.transactionsRoot,
  header.receiptsRoot,
  header.logsBloom,
  rlpUint(header.difficulty),
  rlpUint(header.number),
  rlpUint(header.gasLimit),
  rlpUint(header.gasUsed),
  rlpUint(header.timestamp),
  header.extraData,
  header.mixHash,
  header.nonce
]);
var headerHash = (raw) => keccak256(raw);

// node_modules/@noble/hashes/_md.js
function Chi(a, b, c) {
  return a & b ^ ~a & c;
}
function Maj(a, b, c) {
  return a & b ^ a & c ^ b & c;
}
var HashMD = class {
  blockLen;
  outputLen;
  canXOF = false;
  padOffset;
  isLE;
  // For partial updates less than block size
  buffer;
  view;
  finished = false;
  length = 0;
  pos = 0;
  destroyed = false;
  constructor(blockLen, outputLen, padOffset, isLE2) {
    this.blockLen = blockLen;
    this.outputLen = outputLen;
    this.padOffset = padOffset;
    this.isLE = isLE2;
    this.buffer = new Uint8Array(blockLen);
    this.view = createView(this.buffer);
  }
  update(data) {
    aexists(this);
    abytes(data);
    const { view: view2, buffer, blockLen } = this;
    const len = data.length;
    let processed = false;
    for (let pos = 0; pos < len; ) {
      const take = Math.min(blockLen - this.pos, len - pos);
      if (take === blockLen) {
        const dataView = createView(data);
        for (; blockLen <= len - pos; pos += blockLen)
          this.process(dataView, pos);
        processed = true;
        continue;
      }
      buffer.set(pos === 0 && take === len ? data : data.subarray(pos, pos + take), this.pos);
      this.pos += take;
      pos += take;
      if (this.pos === blockLen) {
        this.process(view2, 0);
        this.pos = 0;
        processed = true;
      }
    }
    this.length += data.length;
    if (processed)
      this.roundClean();
    return this;
  }
  digestInto(out) {
    aexists(this);
    aoutput(out, this);
    this.finished = true;
    const { buffer, view: view2, blockLen, isLE: isLE2 } = this;
    let { pos } = this;
    buffer[pos++] = 128;
    buffer.fill(0, pos);
    if (this.padOffset > blockLen - pos) {
      this.process(view2, 0);
      buffer.fill(0);
    }
    setU64FromNum(view2, blockLen - 8, this.length * 8, isLE2);
    this.process(view2, 0);
    this.roundClean();
    const oview = out === buffer ? view2 : createView(out);
    const len = this.outputLen;
    const outLen = len / 4;
    const state = this.get();
    if (len % 4 || outLen > state.length)
      throw new Error("invalid outputLen");
    for (let i = 0; i < outLen; i++)
      oview.setUint32(4 * i, state[i], isLE2);
  }
  digest() {
    const { buffer, outputLen } = this;
    this.digestInto(buffer);
    const res = buffer.slice(0, outputLen);
    this.destroy();
    return res;
  }
  _cloneIntoMeta(to) {
    const { buffer, length, finished, destroyed, pos } = this;
    to.destroyed = destroyed;
    to.finished = finished;
    to.length = length;
    to.pos = pos;
    if (pos)
      to.buffer.set(buffer);
    return to;
  }
  clone() {
    return this._cloneInto();
  }
};
var SHA256_IV = /* @__PURE__ */ Uint32Array.from([
  1779033703,
  3144134277,
  1013904242,
  2773480762,
  1359893119,
  2600822924,
  528734635,
  1541459225
]);

// node_modules/@noble/hashes/sha2.js
var SHA256_K = /* @__PURE__ */ Uint32Array.from([
  1116352408,
  1899447441,
  3049323471,
  3921009573,
  961987163,
  1508970993,
  2453635748,
  2870763221,
  3624381080,
  310598401,
  607225278,
  1426881987,
  1925078388,
  2162078206,
  2614888103,
  3248222580,
  3835390401,
  4022224774,
  264347078,
  604807628,
  770255983,
  1249150122,
  1555081692,
  1996064986,
  2554220882,
  2821834349,
  2952996808,
  3210313671,
  3336571891,
  3584528711,
  113926993,
  338241895,
  666307205,
  773529912,
  1294757372,
  1396182291,
  1695183700,
  1986661051,
  2177026350,
  2456956037,
  2730485921,
  2820302411,
  3259730800,
  3345764771,
  3516065817,
  3600352804,
  4094571909,
  275423344,
  430227734,
  506948616,
  659060556,
  883997877,
  958139571,
  1322822218,
  1537002063,
  1747873779,
  1955562222,
  2024104815,
  2227730452,
  2361852424,
  2428436474,
  2756734187,
  3204031479,
  3329325298
]);
var SHA256_W = /* @__PURE__ */ new Uint32Array(64);
var SHA2_32B = class extends HashMD {
  // We cannot use array here since array allows indexing by variable
  // which means optimizer/compiler cannot use registers.
  // Numeric initializers matter: starting the fields as `undefined` changes
  // V8's field representation and makes sha256 3x slower (measured).
  A = 0;
  B = 0;
  C = 0;
  D = 0;
  E = 0;
  F = 0;
  G = 0;
  H = 0;
  constructor(outputLen, IV) {
    super(64, outputLen, 8, false);
    this.A = IV[0] | 0;
    this.B = IV[1] | 0;
    this.C = IV[2] | 0;
    this.D = IV[3] | 0;
    this.E = IV[4] | 0;
    this.F = IV[5] | 0;
    this.G = IV[6] | 0;
    this.H = IV[7] | 0;
  }
  get() {
    const { A, B: B2, C, D, E, F, G, H } = this;
    return [A, B2, C, D, E, F, G, H];
  }
  // prettier-ignore
  set(A, B2, C, D, E, F, G, H) {
    this.A = A | 0;
    this.B = B2 | 0;
    this.C = C | 0;
    this.D = D | 0;
    this.E = E | 0;
    this.F = F | 0;
    this.G = G | 0;
    this.H = H | 0;
  }
  _cloneInto(to) {
    (to ||= new this.constructor()).set(...this.get());
    return this._cloneIntoMeta(to);
  }
  process(view2, offset) {
    for (let i = 0; i < 16; i++, offset += 4)
      SHA256_W[i] = view2.getUint32(offset, false);
    for (let i = 16; i < 64; i++) {
      const W15 = SHA256_W[i - 15];
      const W2 = SHA256_W[i - 2];
      const s0 = rotr(W15, 7) ^ rotr(W15, 18) ^ W15 >>> 3;
      const s1 = rotr(W2, 17) ^ rotr(W2, 19) ^ W2 >>> 10;
      SHA256_W[i] = s1 + SHA256_W[i - 7] + s0 + SHA256_W[i - 16] | 0;
    }
    let { A, B: B2, C, D, E, F, G, H } = this;
    for (let i = 0; i < 64; i++) {
      const sigma1 = rotr(E, 6) ^ rotr(E, 11) ^ rotr(E, 25);
      const T1 = H + sigma1 + Chi(E, F, G) + SHA256_K[i] + SHA256_W[i] | 0;
      const sigma0 = rotr(A, 2) ^ rotr(A, 13) ^ rotr(A, 22);
      const T2 = sigma0 + Maj(A, B2, C) | 0;
      H = G;
      G = F;
      F = E;
      E = D + T1 | 0;
      D = C;
      C = B2;
      B2 = A;
      A = T1 + T2 | 0;
    }
    A = A + this.A | 0;
    B2 = B2 + this.B | 0;
    C = C + this.C | 0;
    D = D + this.D | 0;
    E = E + this.E | 0;
    F = F + this.F | 0;
    G = G + this.G | 0;
    H = H + this.H | 0;
    this.set(A, B2, C, D, E, F, G, H);
  }
  roundClean() {
    clean(SHA256_W);
  }
  destroy() {
    this.destroyed = true;
    this.set(0, 0, 0, 0, 0, 0, 0, 0);
    clean(this.buffer);
  }
};
var _SHA256 = class extends SHA2_32B {
  constructor() {
    super(32, SHA256_IV);
  }
};
var sha256 = /* @__PURE__ */ createHasher(
  () => new _SHA256(),
  /* @__PURE__ */ oidNist(1)
);

// node_modules/@noble/curves/utils.js
/*! noble-curves - MIT License (c) 2022 Paul Miller (paulmillr.com) */
function aarray(item, title, inner = () => {
}) {
  if (!Array.isArray(item))
    throw new TypeError(`"${title}" expected array, got type=${typeof item}`);
  for (let i = 0; i < item.length; i++)
    inner(item[i], `${title}[${i}]`);
  return item;
}
var abytes2 = (value, length, title) => abytes(value, length, title);
var anumber2 = anumber;
function astring(value, title = "") {
  if (typeof value !== "string") {
    const prefix = title && `"${title}" `;
    throw new TypeError(prefix + "expected string, got type=" + typeof value);
  }
  return value;
}
function aobject2(value, title = "object") {
  if (value === null || typeof value !== "object" || Array.isArray(value))
    throw new TypeError(title === "object" ? "expected valid options object" : `"${title}" expected object, got type=${typeof value}`);
  return value;
}
function afunction(value, title) {
  if (typeof value !== "function")
    throw new TypeError(`"${title}" is invalid: expected function, got ${typeof value}`);
  return value;
}
var bytesToHex2 = bytesToHex;
var concatBytes2 = (...arrays) => concatBytes(...arrays);
var hexToBytes2 = (hex2) => hexToBytes(hex2);
var isBytes3 = isBytes;
var randomBytes2 = (bytesLength) => randomBytes(bytesLength);
var _0n2 = /* @__PURE__ */ BigInt(0);
var _1n2 = /* @__PURE__ */ BigInt(1);
var atitle2 = (title) => title ? `"${title}" ` : "";
function abool2(value, title = "") {
  if (typeof value !== "boolean")
    throw new TypeError(atitle2(title) + "expected boolean, got type=" + typeof value);
  return value;
}
function abignumber(n) {
  if (typeof n === "bigint") {
    if (!isPosBig(n))
      throw new RangeError("positive bigint expected, got " + n);
  } else
    anumber2(n);
  return n;
}
function asafenumber(value, title = "") {
  if (typeof value !== "number") {
    const prefix = title && `"${title}" `;
    throw new TypeError(prefix + "expected number, got type=" + typeof value);
  }
  if (!Number.isSafeInteger(value)) {
    const prefix = title && `"${title}" `;
    throw new RangeError(prefix + "expected safe integer, got " + value);
  }
}
function numberToHexUnpadded(num) {
  const hex2 = abignumber(num).toString(16);
  return hex2.length & 1 ? "0" + hex2 : hex2;
}
function hexToNumber(hex2) {
  if (typeof hex2 !== "string")
    throw new TypeError("hex string expected, got " + typeof hex2);
  return hex2 === "" ? _0n2 : BigInt("0x" + hex2);
}
function bytesToNumberBE(bytes3) {
  return hexToNumber(bytesToHex(bytes3));
}
function bytesToNumberLE(bytes3) {
  return hexToNumber(bytesToHex(copyBytes(abytes(bytes3)).reverse()));
}
function numberToBytesBE(n, len) {
  anumber(len);
  if (len === 0)
    throw new Error("zero output length is invalid");
  n = abignumber(n);
  const expectedLen = len * 2;
  const hex2 = n.toString(16);
  if (hex2.length > expectedLen)
    throw new RangeError("number is too large");
  return hexToBytes(hex2.padStart(expectedLen, "0"));
}
function numberToBytesLE(n, len) {
  return numberToBytesBE(n, len).reverse();
}
function copyBytes(bytes3) {
  return Uint8Array.from(abytes2(bytes3));
}
function isPosBig(n) {
  return typeof n === "bigint" && _0n2 <= n;
}
function inRange(n, min, max) {
  return isPosBig(n) && isPosBig(min) && isPosBig(max) && min <= n && n < max;
}
function aInRange(title, n, min, max) {
  if (!inRange(n, min, max))
    throw new RangeError("expected valid " + title + ": " + min + " <= n < " + max + ", got " + n);
}
function bitLen(n) {
  if (n < _0n2)
    throw new Error("expected non-negative bigint, got " + n);
  return n === _0n2 ? 0 : n.toString(2).length;
}
var bitMask = (n) => {
  asafenumber(n, "n");
  return (_1n2 << BigInt(n)) - _1n2;
};
function createHmacDrbg(hashLen, qByteLen, hmacFn) {
  anumber(hashLen, "hashLen");
  anumber(qByteLen, "qByteLen");
  if (typeof hmacFn !== "function")
    throw new TypeError("hmacFn must be a function");
  const u8n = (len) => new Uint8Array(len);
  const NULL = Uint8Array.of();
  const byte0 = Uint8Array.of(0);
  const byte1 = Uint8Array.of(1);
  const _maxDrbgIters = 1e3;
  let v = u8n(hashLen);
  let k = u8n(hashLen);
  let i = 0;
  const reset = () => {
    v.fill(1);
    k.fill(0);
    i = 0;
  };
  const h = (...msgs) => hmacFn(k, concatBytes2(v, ...msgs));
  const reseed = (seed = NULL) => {
    k = h(byte0, seed);
    v = h();
    if (seed.length === 0)
      return;
    k = h(byte1, seed);
    v = h();
  };
  const gen = () => {
    if (i++ >= _maxDrbgIters)
      throw new Error("drbg: tried max amount of iterations");
    let len = 0;
    const out = [];
    while (len < qByteLen) {
      v = h();
      const sl = v.slice();
      out.push(sl);
      len += v.length;
    }
    return concatBytes2(...out);
  };
  const genUntil = (seed, pred) => {
    reset();
    reseed(seed);
    let res = void 0;
    while ((res = pred(gen())) === void 0)
      reseed();
    reset();
    return res;
  };
  return genUntil;
}
function validateObject(object, fields = {}, optFields = {}, title = "object") {
  aobject2(object, title);
  aobject2(fields, "fields");
  aobject2(optFields, "optFields");
  function checkField(fieldName, expectedType, isOpt) {
    const label = title === "object" ? `param "${String(fieldName)}"` : `"${title}.${String(fieldName)}"`;
    const val = object[fieldName];
    if (!Object.hasOwn(object, fieldName) && (isOpt ? val !== void 0 : expectedType !== "function")) {
      throw new TypeError(`${label} is invalid: expected own property`);
    }
    if (isOpt && val === void 0)
      return;
    const current = typeof val;
    if (current !== expectedType || val === null)
      throw new TypeError(`${label} is invalid: expected ${expectedType}, got ${current}`);
  }
  const iter = (f, isOpt) => Object.entries(f).forEach(([k, v]) => checkField(k, v, isOpt));
  iter(fields, false);
  iter(optFields, true);
}

// node_modules/@noble/curves/abstract/modular.js
/*! noble-curves - MIT License (c) 2022 Paul Miller (paulmillr.com) */
var _0n3 = /* @__PURE__ */ BigInt(0);
var _1n3 = /* @__PURE__ */ BigInt(1);
var _2n2 = /* @__PURE__ */ BigInt(2);
var _3n = /* @__PURE__ */ BigInt(3);
var _4n = /* @__PURE__ */ BigInt(4);
var _5n = /* @__PURE__ */ BigInt(5);
var _7n2 = /* @__PURE__ */ BigInt(7);
var _8n = /* @__PURE__ */ BigInt(8);
var _9n = /* @__PURE__ */ BigInt(9);
var _15n = /* @__PURE__ */ BigInt(15);
var _16n = /* @__PURE__ */ BigInt(16);
var POW_WINDOWED_MIN = /* @__PURE__ */ BigInt("0x10000000000000000");
function mod(a, b) {
  if (b <= _0n3)
    throw new Error("mod: expected positive modulus, got " + b);
  const result = a % b;
  return result >= _0n3 ? result : b + result;
}
function pow(num, power, modulo) {
  if (modulo <= _1n3)
    throw new Error("pow: expected modulus > 1, got " + modulo);
  if (typeof power !== "bigint")
    throw new TypeError("invalid exponent: expected bigint, got " + typeof power);
  if (power < _0n3)
    throw new Error("invalid exponent, negatives unsupported");
  if (power === _0n3)
    return _1n3;
  if (power === _1n3)
    return num;
  let d = num % modulo;
  if (d < _0n3)
    d += modulo;
  if (power < POW_WINDOWED_MIN) {
    let p2 = _1n3;
    while (power > _0n3) {
      if (power & _1n3)
        p2 = p2 * d % modulo;
      d = d * d % modulo;
      power >>= _1n3;
    }
    return p2;
  }
  const digits2 = [];
  while (power > _0n3) {
    digits2.push(Number(power & _15n));
    power >>= _4n;
  }
  const table = new Array(16);
  table[0] = _1n3;
  table[1] = d;
  for (let i = 2; i < 16; i++)
    table[i] = table[i - 1] * d % modulo;
  let p = table[digits2[digits2.length - 1]];
  for (let w = digits2.length - 2; w >= 0; w--) {
    p = p * p % modulo;
    p = p * p % modulo;
    p = p * p % modulo;
    p = p * p % modulo;
    const digit = digits2[w];
    if (digit !== 0)
      p = p * table[digit] % modulo;
  }
  return p;
}
function pow2(x, power, modulo) {
  if (modulo <= _1n3)
    throw new Error("pow2: expected modulus > 1, got " + modulo);
  if (power < _0n3)
    throw new Error("pow2: expected non-negative exponent, got " + power);
  let res = x;
  while (power-- > _0n3) {
    res *= res;
    res %= modulo;
  }
  return res;
}
function invert(number2, modulo) {
  if (number2 === _0n3)
    throw new Error("invert: expected non-zero number");
  if (modulo <= _1n3)
    throw new Error("invert: expected modulus > 1, got " + modulo);
  let a = mod(number2, modulo);
  let b = modulo;
  let x = _0n3, u = _1n3;
  while (a !== _0n3) {
    const q = b / a;
    const r = b - a * q;
    const m = x - u * q;
    b = a, a = r, x = u, u = m;
  }
  const gcd = b;
  if (gcd !== _1n3)
    throw new Error("invert: does not exist");
  return mod(x, modulo);
}
function invertCt(a, prime) {
  if (prime <= _1n3)
    throw new Error("invertCt: expected prime modulus > 1, got " + prime);
  const an = mod(a, prime);
  if (an === _0n3)
    throw new Error("invertCt: expected non-zero number");
  const inverse = pow(an, prime - _2n2, prime);
  if (mod(an * inverse, prime) !== _1n3)
    throw new Error("invertCt: does not exist");
  return inverse;
}
function assertIsSquare(Fp, root, n) {
  const F = Fp;
  if (!F.eql(F.sqr(root), n))
    throw new Error("Cannot find square root");
}
function aoddModulus(order, fnName) {
  if ((order & _1n3) === _0n3)
    throw new Error(fnName + ": expected odd modulus, got " + order);
}
function sqrt3mod4(Fp, n) {
  const F = Fp;
  const p1div4 = (F.ORDER + _1n3) / _4n;
  const root = F.pow(n, p1div4);
  assertIsSquare(F, root, n);
  return root;
}
function sqrt5mod8(Fp, n) {
  const F = Fp;
  const p5div8 = (F.ORDER - _5n) / _8n;
  const n2 = F.mul(n, _2n2);
  const v = F.pow(n2, p5div8);
  const nv = F.mul(n, v);
  const i = F.mul(F.mul(nv, _2n2), v);
  const root = F.mul(nv, F.sub(i, F.ONE));
  assertIsSquare(F, root, n);
  return root;
}
function sqrt9mod16(P) {
  const Fp_ = Field(P);
  const tn = tonelliShanks(P);
  const c1 = tn(Fp_, Fp_.neg(Fp_.ONE));
  const c2 = tn(Fp_, c1);
  const c3 = tn(Fp_, Fp_.neg(c1));
  const c4 = (P + _7n2) / _16n;
  return ((Fp, n) => {
    const F = Fp;
    let tv1 = F.pow(n, c4);
    let tv2 = F.mul(tv1, c1);
    const tv3 = F.mul(tv1, c2);
    const tv4 = F.mul(tv1, c3);
    const e1 = F.eql(F.sqr(tv2), n);
    const e2 = F.eql(F.sqr(tv3), n);
    tv1 = F.cmov(tv1, tv2, e1);
    tv2 = F.cmov(tv4, tv3, e2);
    const e3 = F.eql(F.sqr(tv2), n);
    const root = F.cmov(tv1, tv2, e3);
    assertIsSquare(F, root, n);
    return root;
  });
}
function tonelliShanks(P) {
  if (P < _3n)
    throw new Error("sqrt is not defined for small field");
  aoddModulus(P, "tonelliShanks");
  let Q = P - _1n3;
  let S = 0;
  while (Q % _2n2 === _0n3) {
    Q /= _2n2;
    S++;
  }
  let Z = _2n2;
  const _Fp = Field(P);
  while (FpLegendre(_Fp, Z) === 1) {
    if (Z++ > 1e3)
      throw new Error("Cannot find square root: probably non-prime P");
  }
  if (S === 1)
    return sqrt3mod4;
  let cc = _Fp.pow(Z, Q);
  const Q1div2 = (Q + _1n3) / _2n2;
  return function tonelliSlow(Fp, n) {
    const F = Fp;
    if (F.is0(n))
      return n;
    if (FpLegendre(F, n) !== 1)
      throw new Error("Cannot find square root");
    let M = S;
    let c = F.mul(F.ONE, cc);
    let t = F.pow(n, Q);
    let R = F.pow(n, Q1div2);
    while (!F.eql(t, F.ONE)) {
      if (F.is0(t))
        throw new Error("Cannot find square root: probably non-prime P");
      let i = 1;
      let t_tmp = F.sqr(t);
      while (!F.eql(t_tmp, F.ONE)) {
        i++;
        t_tmp = F.sqr(t_tmp);
        if (i === M)
          throw new Error("Cannot find square root");
      }
      const exponent = _1n3 << BigInt(M - i - 1);
      const b = F.pow(c, exponent);
      M = i;
      c = F.sqr(b);
      t = F.mul(t, c);
      R = F.mul(R, b);
    }
    return R;
  };
}
function FpSqrt(P) {
  aoddModulus(P, "Fp.sqrt");
  if (P % _4n === _3n)
    return sqrt3mod4;
  if (P % _8n === _5n)
    return sqrt5mod8;
  if (P % _16n === _9n)
    return sqrt9mod16(P);
  return tonelliShanks(P);
}
var FIELD_FIELDS = [
  "create",
  "isValid",
  "is0",
  "neg",
  "inv",
  "sqrt",
  "sqr",
  "eql",
  "add",
  "sub",
  "mul",
  "pow",
  "div",
  "addN",
  "subN",
  "mulN",
  "sqrN"
];
function validateField(field) {
  aobject2(field, "field");
  if (typeof field.ORDER !== "bigint")
    throw new TypeError('param "ORDER" is invalid: expected bigint, got ' + typeof field.ORDER);
  asafenumber(field.BYTES, "BYTES");
  asafenumber(field.BITS, "BITS");
  for (const name of FIELD_FIELDS)
    afunction(field[name], "field." + name);
  if (field.BYTES < 1 || field.BITS < 1)
    throw new Error("invalid field: expected BYTES/BITS > 0");
  if (field.ORDER <= _1n3)
    throw new Error("invalid field: expected ORDER > 1, got " + field.ORDER);
  return field;
}
function FpInvertBatch(Fp, nums, passZero = false) {
  validateField(Fp);
  aarray(nums, "nums");
  abool2(passZero, "passZero");
  const F = Fp;
  const inverted = new Array(nums.length).fill(passZero ? F.ZERO : void 0);
  const multipliedAcc = nums.reduce((acc, num, i) => {
    if (F.is0(num))
      return acc;
    inverted[i] = acc;
    return F.mul(acc, num);
  }, F.ONE);
  const invertedAcc = F.inv(multipliedAcc);
  nums.reduceRight((acc, num, i) => {
    if (F.is0(num))
      return acc;
    inverted[i] = F.mul(acc, inverted[i]);
    return F.mul(acc, num);
  }, invertedAcc);
  return inverted;
}
function FpLegendre(Fp, n) {
  validateField(Fp);
  const F = Fp;
  aoddModulus(F.ORDER, "FpLegendre");
  const p1mod2 = (F.ORDER - _1n3) / _2n2;
  const powered = F.pow(n, p1mod2);
  const yes = F.eql(powered, F.ONE);
  const zero = F.eql(powered, F.ZERO);
  const no = F.eql(powered, F.neg(F.ONE));
  if (!yes && !zero && !no)
    throw new Error("invalid Legendre symbol result");
  return yes ? 1 : zero ? 0 : -1;
}
function nLength(n, nBitLength) {
  if (nBitLength !== void 0)
    anumber2(nBitLength);
  if (n <= _0n3)
    throw new Error("invalid n length: expected positive n, got " + n);
  if (nBitLength !== void 0 && nBitLength < 1)
    throw new Error("invalid n length: expected positive bit length, got " + nBitLength);
  const bits = bitLen(n);
  if (nBitLength !== void 0 && nBitLength < bits)
    throw new Error(`invalid n length: expected nBitLength (${nBitLength}) >= bitLen(n) (${bits})`);
  const _nBitLength = nBitLength !== void 0 ? nBitLength : bits;
  const nByteLength = Math.ceil(_nBitLength / 8);
  return { nBitLength: _nBitLength, nByteLength };
}
var FIELD_SQRT = /* @__PURE__ */ new WeakMap();
var _Field = class {
  ORDER;
  BITS;
  BYTES;
  isLE;
  ZERO = _0n3;
  ONE = _1n3;
  _lengths;
  _mod;
  constructor(ORDER, opts = {}) {
    if (ORDER <= _1n3)
      throw new Error("invalid field: expected ORDER > 1, got " + ORDER);
    let _nbitLength = void 0;
    this.isLE = false;
    if (opts != null && typeof opts === "object") {
      if (typeof opts.BITS === "number")
        _nbitLength = opts.BITS;
      if (typeof opts.sqrt === "function")
        Object.defineProperty(this, "sqrt", { value: opts.sqrt, enumerable: true });
      if (typeof opts.isLE === "boolean")
        this.isLE = opts.isLE;
      if (opts.allowedLengths)
        this._lengths = Object.freeze(opts.allowedLengths.slice());
      if (typeof opts.modFromBytes === "boolean")
        this._mod = opts.modFromBytes;
    }
    const { nBitLength, nByteLength } = nLength(ORDER, _nbitLength);
    if (nByteLength > 2048)
      throw new Error("invalid field: expected ORDER of <= 2048 bytes");
    this.ORDER = ORDER;
    this.BITS = nBitLength;
    this.BYTES = nByteLength;
    Object.freeze(this);
  }
  create(num) {
    return mod(num, this.ORDER);
  }
  isValid(num) {
    if (typeof num !== "bigint")
      throw new TypeError("invalid field element: expected bigint, got " + typeof num);
    return _0n3 <= num && num < this.ORDER;
  }
  is0(num) {
    return num === _0n3;
  }
  // is valid and invertible
  isValidNot0(num) {
    return !this.is0(num) && this.isValid(num);
  }
  isOdd(num) {
    return (num & _1n3) === _1n3;
  }
  neg(num) {
    return mod(-num, this.ORDER);
  }
  eql(lhs, rhs) {
    return lhs === rhs;
  }
  sqr(num) {
    return mod(num * num, this.ORDER);
  }
  add(lhs, rhs) {
    return mod(lhs + rhs, this.ORDER);
  }
  sub(lhs, rhs) {
    return mod(lhs - rhs, this.ORDER);
  }
  mul(lhs, rhs) {
    return mod(lhs * rhs, this.ORDER);
  }
  pow(num, power) {
    return pow(num, power, this.ORDER);
  }
  div(lhs, rhs) {
    return mod(lhs * invert(rhs, this.ORDER), this.ORDER);
  }
  // Same as above, but doesn't normalize
  sqrN(num) {
    return num * num;
  }
  addN(lhs, rhs) {
    return lhs + rhs;
  }
  subN(lhs, rhs) {
    return lhs - rhs;
  }
  mulN(lhs, rhs) {
    return lhs * rhs;
  }
  inv(num) {
    return invert(num, this.ORDER);
  }
  sqrt(num) {
    let sqrt = FIELD_SQRT.get(this);
    if (!sqrt)
      FIELD_SQRT.set(this, sqrt = FpSqrt(this.ORDER));
    return sqrt(this, num);
  }
  toBytes(num) {
    return this.isLE ? numberToBytesLE(num, this.BYTES) : numberToBytesBE(num, this.BYTES);
  }
  fromBytes(bytes3, skipValidation = false) {
    abytes2(bytes3);
    const { _lengths: allowedLengths, BYTES, isLE: isLE2, ORDER, _mod: modFromBytes } = this;
    if (allowedLengths) {
      if (bytes3.length < 1 || !allowedLengths.includes(bytes3.length) || bytes3.length > BYTES) {
        throw new Error("Field.fromBytes: expected " + allowedLengths + " bytes, got " + bytes3.length);
      }
      const padded = new Uint8Array(BYTES);
      padded.set(bytes3, isLE2 ? 0 : padded.length - bytes3.length);
      bytes3 = padded;
    }
    if (bytes3.length !== BYTES)
      throw new Error("Field.fromBytes: expected " + BYTES + " bytes, got " + bytes3.length);
    let scalar = isLE2 ? bytesToNumberLE(bytes3) : bytesToNumberBE(bytes3);
    if (modFromBytes)
      scalar = mod(scalar, ORDER);
    if (!skipValidation) {
      if (!this.isValid(scalar))
        throw new Error("invalid field element: outside of range 0..ORDER");
    }
    return scalar;
  }
  // TODO: we don't need it here, move out to separate fn
  invertBatch(lst) {
    return FpInvertBatch(this, lst, true);
  }
  // We can't move this out because Fp6, Fp12 implement it
  // and it's unclear what to return in there.
  cmov(a, b, condition) {
    abool2(condition, "condition");
    return condition ? b : a;
  }
};
function Field(ORDER, opts = {}) {
  Object.freeze(_Field.prototype);
  return new _Field(ORDER, opts);
}
function getFieldBytesLength(fieldOrder) {
  if (typeof fieldOrder !== "bigint")
    throw new Error("field order must be bigint");
  if (fieldOrder <= _1n3)
    throw new Error("field order must be greater than 1");
  const bitLength = bitLen(fieldOrder - _1n3);
  return Math.ceil(bitLength / 8);
}
function getMinHashLength(fieldOrder) {
  const length = getFieldBytesLength(fieldOrder);
  return length + Math.ceil(length / 2);
}
function mapHashToField(key, fieldOrder, isLE2 = false) {
  abytes2(key);
  const len = key.length;
  const fieldLen = getFieldBytesLength(fieldOrder);
  const minLen = Math.max(getMinHashLength(fieldOrder), 16);
  if (len < minLen || len > 1024)
    throw new Error("expected " + minLen + "-1024 bytes of input, got " + len);
  const num = isLE2 ? bytesToNumberLE(key) : bytesToNumberBE(key);
  const reduced = mod(num, fieldOrder - _1n3) + _1n3;
  return isLE2 ? numberToBytesLE(reduced, fieldLen) : numberToBytesBE(reduced, fieldLen);
}

// node_modules/@noble/curves/abstract/curve.js
/*! noble-curves - MIT License (c) 2022 Paul Miller (paulmillr.com) */
var _0n4 = /* @__PURE__ */ BigInt(0);
var _1n4 = /* @__PURE__ */ BigInt(1);
var _4n2 = /* @__PURE__ */ BigInt(4);
var BLIND_BYTES = 16;
var BLIND_BITS = 128;
var FW_WINDOW = 5;
var TABLE_BYTES_MAX = /* @__PURE__ */ (() => 2 ** 31)();
function validatePointCons(Point) {
  const pc = Point;
  if (typeof pc !== "function")
    throw new TypeError('"Point" expected constructor, got type=' + typeof Point);
  afunction(pc.fromAffine, "Point.fromAffine");
  afunction(pc.fromBytes, "Point.fromBytes");
  afunction(pc.fromHex, "Point.fromHex");
  aobject2(pc.BASE, "Point.BASE");
  aobject2(pc.ZERO, "Point.ZERO");
  validateField(pc.Fp);
  validateField(pc.Fn);
}
function normalizeZ(c, points) {
  validatePointCons(c);
  validateMSMPoints(points, c);
  const invertedZs = FpInvertBatch(c.Fp, points.map((p) => p.Z));
  return points.map((p, i) => c.fromAffine(p.toAffine(invertedZs[i])));
}
function validateW(W, bits, min = 1) {
  if (!Number.isSafeInteger(W) || W < min || W > bits)
    throw new Error("invalid window size, expected [" + min + ".." + bits + "], got W=" + W);
}
function validateTableBytes(numPoints, fpBytes) {
  const bytes3 = numPoints * (4 * fpBytes + 128);
  if (bytes3 > TABLE_BYTES_MAX)
    throw new Error("invalid window size: table would need ~" + Math.ceil(bytes3 / 2 ** 20) + " MiB, max " + TABLE_BYTES_MAX / 2 ** 20 + " MiB");
}
function probeRandomBytes(randomBytes3, length) {
  if (randomBytes3 === void 0)
    return void 0;
  afunction(randomBytes3, "randomBytes");
  try {
    const probe = randomBytes3(length);
    if (!isBytes3(probe) || probe.length !== length)
      return void 0;
  } catch {
    return void 0;
  }
  return randomBytes3;
}
function validateMSMPoints(points, c) {
  aarray(points, "points");
  points.forEach((p, i) => {
    if (!(p instanceof c))
      throw new Error("invalid point at index " + i);
  });
}
function validateMSMScalars(scalars, field, maxScalar) {
  if (!Array.isArray(scalars))
    throw new Error("array of scalars expected");
  scalars.forEach((s, i) => {
    const ok = maxScalar === void 0 ? field.isValid(s) : isPosBig(s) && s < maxScalar;
    if (!ok)
      throw new Error("invalid scalar at index " + i);
  });
}
var pointWindowSizes = /* @__PURE__ */ new WeakMap();
function getWindowSize(P) {
  return pointWindowSizes.get(P) || 1;
}
function oddMultiples(p, size) {
  const dbl = p.double();
  const t = [p];
  for (let j = 1; j < size; j++)
    t.push(t[j - 1].add(dbl));
  return t;
}
function wnafDigits(n, W) {
  const size = 2 ** W;
  const half = size / 2;
  const mask = BigInt(size - 1);
  const d = [];
  while (n > _0n4) {
    let w = 0;
    if (n & _1n4) {
      w = Number(n & mask);
      if (w >= half)
        w -= size;
      n -= BigInt(w);
    }
    d.push(w);
    n >>= _1n4;
  }
  return d;
}
function signedWindowDigits(n, W, windows) {
  const size = 2 ** W;
  const half = size / 2;
  const mask = BigInt(size - 1);
  const shiftBy = BigInt(W);
  const d = [];
  for (let w = 0; w < windows; w++) {
    let v = Number(n & mask);
    n >>= shiftBy;
    if (v > half) {
      v -= size;
      n += _1n4;
    }
    d.push(v);
  }
  if (n !== _0n4)
    throw new Error("invalid wnaf");
  return d;
}
function wnafWalk(zero, tables, digits2) {
  let max = 0;
  for (const d of digits2)
    max = Math.max(max, d.length);
  let acc = zero;
  for (let bit = max - 1; bit >= 0; bit--) {
    if (bit !== max - 1)
      acc = acc.double();
    for (let i = 0; i < digits2.length; i++) {
      const w = digits2[i][bit];
      if (w) {
        const item = tables[i][Math.abs(w) - 1 >> 1];
        acc = acc.add(w < 0 ? item.negate() : item);
      }
    }
  }
  return acc;
}
var ScalarMultiplier = class {
  Point;
  BASE;
  ZERO;
  randomBytes;
  wnafPrecomputes = /* @__PURE__ */ new WeakMap();
  baseCanBeBlinded;
  bits;
  // Parametrized with a given Point class (not individual point)
  constructor(Point, randomBytes3) {
    validatePointCons(Point);
    this.randomBytes = probeRandomBytes(randomBytes3, BLIND_BYTES);
    this.Point = Point;
    this.BASE = Point.BASE;
    this.ZERO = Point.ZERO;
    this.bits = Point.Fn.BITS;
  }
  /**
   * Creates a signed fixed-window wNAF precomputation table: for every window w, the
   * multiples `[1..2^(W−1)]⋅2^(w⋅W)⋅P`, flattened. All doublings are baked into the table,
   * so cached multiplication is additions-only. `windows = ceil(bits/W) + 1`: the extra
   * window absorbs the final carry of signed-digit recoding.
   * For a 256-bit curve and W=6, the table is 44⋅32 = 1408 points.
   * @param point - Point instance
   * @param W - window size
   * @param bits - scalar bitlength the table must cover
   */
  buildWnafTable(point, W, bits) {
    const windows = Math.ceil(bits / W) + 1;
    const half = 2 ** (W - 1);
    const comp = [];
    let base = point;
    for (let w = 0; w < windows; w++) {
      let acc = base;
      for (let i = 0; i < half; i++) {
        comp.push(acc);
        acc = acc.add(base);
      }
      base = comp[comp.length - 1].double();
    }
    return { W, bits, windows, comp };
  }
  /**
   * Implements ec multiplication using precomputed signed fixed-window wNAF tables.
   * Constant-time: fixed window count with one table addition per window — zero digits feed
   * the fake accumulator — and no doublings; the lookup scans the whole window slice.
   * Scalar bounds are validated by the public entry points ({@link ScalarMultiplier.mulCT},
   * {@link ScalarMultiplier.mulCTBlinded}, {@link ScalarMultiplier.mulUnsafe});
   * signedWindowDigits throws if `n` exceeds the table.
   * @returns real and fake (for const-time) points
   */
  wnafCachedCT(precomputes, n) {
    const { W, windows, comp } = precomputes;
    const half = 2 ** (W - 1);
    const digits2 = signedWindowDigits(n, W, windows);
    let p = this.ZERO;
    let f = this.BASE;
    for (let w = 0; w < windows; w++) {
      const digit = digits2[w];
      const start = w * half;
      const idx = Math.abs(digit) - 1;
      let sel = comp[start];
      for (let i = 1; i < half; i++)
        sel = i === idx ? comp[start + i] : sel;
      const neg = sel.negate();
      if (digit === 0)
        f = f.add(comp[start]);
      else
        p = p.add(digit < 0 ? neg : sel);
    }
    return { p, f };
  }
  // Cache key is point identity plus (W, bits); at most two entries exist per point (public-width
  // `Fn.BITS` and blinded `Fn.BITS + BLIND_BITS`). Callers must not reuse the same point with
  // incompatible `transform(...)` layouts and expect a separate cache entry.
  getWnafPrecomputes(W, point, bits, transform) {
    let entries2 = this.wnafPrecomputes.get(point);
    let comp = entries2?.find((entry) => entry.W === W && entry.bits === bits);
    if (!comp) {
      comp = this.buildWnafTable(point, W, bits);
      if (typeof transform === "function")
        comp = { ...comp, comp: transform(comp.comp) };
      if (!entries2) {
        entries2 = [];
        this.wnafPrecomputes.set(point, entries2);
      }
      entries2.push(comp);
    }
    return comp;
  }
  assertPoint(point) {
    if (!(point instanceof this.Point))
      throw new TypeError('"point" expected Point instance, got type=' + typeof point);
  }
  // Shared prologue of the constant-time entry points. Rejects scalar 0: in key/signature-style
  // callers a zero scalar means broken upstream plumbing, and concrete Points already reject it.
  // Uses inRange instead of Fn.isValidNot0: validateField() only certifies the arithmetic subset.
  validateMulInput(point, scalar) {
    this.assertPoint(point);
    if (!inRange(scalar, _1n4, this.Point.Fn.ORDER))
      throw new Error("invalid scalar");
  }
  // Constant-time dispatch shared by mulCT / mulCTBlinded. Un-precomputed points (W===1, e.g.
  // ECDH peer keys) skip building a throwaway cached table in favor of a small fixed-window
  // multiply. `n` must be < 2^bits.
  runCT(point, n, bits, transform) {
    const W = getWindowSize(point);
    if (W === 1)
      return this.fixedWindowCT(point, n, bits);
    return this.wnafCachedCT(this.getWnafPrecomputes(W, point, bits, transform), n);
  }
  mulCT(point, scalar, transform) {
    this.validateMulInput(point, scalar);
    return this.runCT(point, scalar, this.bits, transform);
  }
  mulCTBlinded(point, scalar, transform) {
    this.validateMulInput(point, scalar);
    if (this.randomBytes === void 0)
      throw new Error("randomBytes is required for scalar blinding");
    const bits = this.Point.Fn.BITS + BLIND_BITS;
    const blind = this.randomBytes(BLIND_BYTES);
    if (!isBytes3(blind) || blind.length !== BLIND_BYTES)
      throw new Error("randomBytes returned invalid byte array");
    blind[0] = blind[0] & 63 | 128;
    const n = scalar + bytesToNumberBE(blind) * this.Point.Fn.ORDER;
    return this.runCT(point, n, bits, transform);
  }
  /**
   * Constant-time multiplication `n*point` for an un-precomputed point, via a small fixed window.
   * A cached wNAF table only pays off when reused; a flat 2^FW_WINDOW table (`size-1` adds) is
   * far cheaper to build for a single use. The point-operation sequence is independent of `n`:
   * build the table, then per window exactly FW_WINDOW doublings, a data-oblivious scan over
   * every table entry, and one addition (adds the identity when the window digit is 0 — never
   * skipped).
   *
   * `n` must be `< 2^bits`. Assumes complete addition (adding the identity costs the same as any
   * add), which holds for the Weierstrass/Edwards point types used here. The table is left in
   * projective form (no normalizeZ): normalizing this small a table costs more than the
   * mixed-add savings it would buy for a single multiply.
   * @returns real point `p`; `f` duplicates it only to match {@link wnafCachedCT}'s return shape
   * (this path needs no fake accumulator — its op-count is already scalar-independent).
   */
  fixedWindowCT(point, n, bits) {
    const W = FW_WINDOW;
    const size = 1 << W;
    const mask = bitMask(W);
    const table = new Array(size);
    table[0] = this.ZERO;
    for (let i = 1; i < size; i++)
      table[i] = table[i - 1].add(point);
    const windows = Math.ceil(bits / W);
    let acc = this.ZERO;
    for (let window = windows - 1; window >= 0; window--) {
      if (window !== windows - 1)
        for (let d = 0; d < W; d++)
          acc = acc.double();
      const digit = Number(n >> BigInt(window * W) & mask);
      let sel = table[0];
      for (let i = 1; i < size; i++)
        sel = i === digit ? table[i] : sel;
      acc = acc.add(sel);
    }
    return { p: acc, f: acc };
  }
  shouldBlind(point, cofactor) {
    if (this.randomBytes === void 0)
      return false;
    if (cofactor === _1n4)
      return true;
    if (point !== this.BASE)
      return false;
    if (this.baseCanBeBlinded === void 0)
      this.baseCanBeBlinded = this.mulUnsafe(this.BASE, this.Point.Fn.ORDER).is0();
    return this.baseCanBeBlinded;
  }
  mulSecret(point, scalar, cofactor, transform) {
    return this.shouldBlind(point, cofactor) ? this.mulCTBlinded(point, scalar, transform) : this.mulCT(point, scalar, transform);
  }
  mulUnsafe(point, scalar, transform) {
    this.assertPoint(point);
    if (!isPosBig(scalar))
      throw new Error("invalid scalar");
    const W = getWindowSize(point);
    if (W === 1 || scalar >= this.Point.Fn.ORDER)
      return mulAddUnsafe(this.Point, [point], [scalar], true);
    const precomputes = this.getWnafPrecomputes(W, point, this.bits, transform);
    return this.wnafCachedCT(precomputes, scalar).p;
  }
  // Remembers the window size used for precomputed wNAF multiplication of the given point
  // and drops any previously built tables. Usually only the base point is precomputed.
  // W=1 resets the point to the un-precomputed (table-less) paths.
  // W is additionally capped so tables stay under ~2 GiB ({@link TABLE_BYTES_MAX}).
  setWindowSize(point, W) {
    this.assertPoint(point);
    validateW(W, this.bits);
    const windows = Math.ceil((this.bits + BLIND_BITS) / W) + 1;
    validateTableBytes(windows * 2 ** (W - 1), this.Point.Fp.BYTES);
    pointWindowSizes.set(point, W);
    this.wnafPrecomputes.delete(point);
  }
  // True when a window size is set: tables themselves are built lazily on first multiply.
  hasWindowSize(point) {
    return getWindowSize(point) !== 1;
  }
};
function mulAddUnsafe(c, points, scalars, allowOversized = false) {
  validatePointCons(c);
  validateMSMPoints(points, c);
  abool2(allowOversized, "allowOversized");
  validateMSMScalars(scalars, c.Fn, allowOversized ? c.Fn.ORDER ** _4n2 : void 0);
  if (points.length !== scalars.length)
    throw new Error("arrays of points and scalars must have equal length");
  const tables = points.map((p) => oddMultiples(p, 4));
  const digits2 = scalars.map((n) => wnafDigits(n, 4));
  return wnafWalk(c.ZERO, tables, digits2);
}
function createField(order, field, isLE2) {
  if (field) {
    if (field.ORDER !== order)
      throw new Error("Field.ORDER must match order: Fp == p, Fn == n");
    validateField(field);
    return field;
  } else {
    return Field(order, { isLE: isLE2 });
  }
}
function createCurveFields(type, CURVE, curveOpts = {}, FpFnLE) {
  if (type !== "weierstrass" && type !== "edwards")
    throw new Error('expected curve type "weierstrass" or "edwards"');
  if (FpFnLE === void 0)
    FpFnLE = type === "edwards";
  if (!CURVE || typeof CURVE !== "object")
    throw new Error(`expected valid ${type} CURVE object`);
  validateObject(curveOpts);
  for (const p of ["p", "n", "h"]) {
    const val = CURVE[p];
    if (!(isPosBig(val) && val !== _0n4))
      throw new Error(`CURVE.${p} must be positive bigint`);
  }
  const Fp = createField(CURVE.p, curveOpts.Fp, FpFnLE);
  const Fn = createField(CURVE.n, curveOpts.Fn, FpFnLE);
  const _b = type === "weierstrass" ? "b" : "d";
  const params = ["Gx", "Gy", "a", _b];
  for (const p of params) {
    if (!Fp.isValid(CURVE[p]))
      throw new Error(`CURVE.${p} must be valid field element of CURVE.Fp`);
  }
  CURVE = Object.freeze(Object.assign({}, CURVE));
  return { CURVE, Fp, Fn };
}
function createKeygen(randomSecretKey, getPublicKey) {
  return function keygen(seed) {
    const secretKey = randomSecretKey(seed);
    return { secretKey, publicKey: getPublicKey(secretKey) };
  };
}

// node_modules/@noble/hashes/hmac.js
var _HMAC = class {
  oHash;
  iHash;
  blockLen;
  outputLen;
  canXOF = false;
  finished = false;
  destroyed = false;
  constructor(hash, key) {
    ahash(hash);
    abytes(key, void 0, "key");
    this.iHash = hash.create();
    if (typeof this.iHash.update !== "function")
      throw new Error("expected Hash instance");
    this.blockLen = this.iHash.blockLen;
    this.outputLen = this.iHash.outputLen;
    const blockLen = this.blockLen;
    const pad2 = new Uint8Array(blockLen);
    pad2.set(key.length > blockLen ? hash.create().update(key).digest() : key);
    for (let i = 0; i < pad2.length; i++)
      pad2[i] ^= 54;
    this.iHash.update(pad2);
    this.oHash = hash.create();
    for (let i = 0; i < pad2.length; i++)
      pad2[i] ^= 54 ^ 92;
    this.oHash.update(pad2);
    clean(pad2);
  }
  update(buf) {
    aexists(this);
    this.iHash.update(buf);
    return this;
  }
  digestInto(out) {
    aexists(this);
    aoutput(out, this);
    this.finished = true;
    const buf = out.subarray(0, this.outputLen);
    this.iHash.digestInto(buf);
    this.oHash.update(buf);
    this.oHash.digestInto(buf);
    this.destroy();
  }
  digest() {
    const out = new Uint8Array(this.oHash.outputLen);
    this.digestInto(out);
    return out;
  }
  _cloneInto(to) {
    to ||= Object.create(Object.getPrototypeOf(this), {});
    const { oHash, iHash, finished, destroyed, blockLen, outputLen, canXOF } = this;
    to = to;
    to.finished = finished;
    to.destroyed = destroyed;
    to.blockLen = blockLen;
    to.outputLen = outputLen;
    to.canXOF = canXOF;
    to.oHash = oHash._cloneInto(to.oHash);
    to.iHash = iHash._cloneInto(to.iHash);
    return to;
  }
  clone() {
    return this._cloneInto();
  }
  destroy() {
    this.destroyed = true;
    this.oHash.destroy();
    this.iHash.destroy();
  }
};
var hmac = /* @__PURE__ */ (() => {
  const hmac_ = ((hash, key, message) => new _HMAC(hash, key).update(message).digest());
  hmac_.create = (hash, key) => new _HMAC(hash, key);
  return hmac_;
})();

// node_modules/@noble/curves/abstract/der.js
/*! noble-curves - MIT License (c) 2022 Paul Miller (paulmillr.com) */
var _0n5 = /* @__PURE__ */ BigInt(0);
var DERErr = class extends Error {
  constructor(m = "") {
    super(m);
  }
};
var _DER = {
  // asn.1 DER encoding utils
  Err: DERErr,
  // Basic building block is TLV (Tag-Length-Value)
  _tlv: {
    encode: (tag, data) => {
      const { Err: E } = _DER;
      asafenumber(tag, "tag");
      if (tag < 0 || tag > 255)
        throw new E("tlv.encode: wrong tag");
      astring(data, "data");
      if (data.length & 1)
        throw new E("tlv.encode: unpadded data");
      const dataLen = data.length / 2;
      const len = numberToHexUnpadded(dataLen);
      if (len.length / 2 & 128)
        throw new E("tlv.encode: long form length too big");
      const lenLen = dataLen > 127 ? numberToHexUnpadded(len.length / 2 | 128) : "";
      const t = numberToHexUnpadded(tag);
      return t + lenLen + len + data;
    },
    // v - value, l - left bytes (unparsed)
    decode(tag, data) {
      const { Err: E } = _DER;
      data = abytes2(data, void 0, "DER data");
      let pos = 0;
      if (tag < 0 || tag > 255)
        throw new E("tlv.decode: wrong tag");
      if (data.length < 2 || data[pos++] !== tag)
        throw new E("tlv.decode: wrong tlv");
      const first = data[pos++];
      const isLong = !!(first & 128);
      let length = 0;
      if (!isLong)
        length = first;
      else {
        const lenLen = first & 127;
        if (!lenLen)
          throw new E("tlv.decode(long): indefinite length not supported");
        if (lenLen > 4)
          throw new E("tlv.decode(long): byte length is too big");
        const lengthBytes = data.subarray(pos, pos + lenLen);
        if (lengthBytes.length !== lenLen)
          throw new E("tlv.decode: length bytes not complete");
        if (lengthBytes[0] === 0)
          throw new E("tlv.decode(long): zero leftmost byte");
        for (const b of lengthBytes)
          length = length << 8 | b;
        pos += lenLen;
        if (length < 128)
          throw new E("tlv.decode(long): not minimal encoding");
      }
      const v = data.subarray(pos, pos + length);
      if (v.length !== length)
        throw new E("tlv.decode: wrong value length");
      return { v, l: data.subarray(pos + length) };
    }
  },
  // https://crypto.stackexchange.com/a/57734 Leftmost bit of first byte is 'negative' flag,
  // since we always use positive integers here. It must always be empty:
  // - add zero byte if exists
  // - if next byte doesn't have a flag, leading zero is not allowed (minimal encoding)
  _int: {
    encode(num) {
      const { Err: E } = _DER;
      abignumber(num);
      if (num < _0n5)
        throw new E("integer: negative integers are not allowed");
      let hex2 = numberToHexUnpadded(num);
      if (Number.parseInt(hex2[0], 16) & 8)
        hex2 = "00" + hex2;
      if (hex2.length & 1)
        throw new E("unexpected DER parsing assertion: unpadded hex");
      return hex2;
    },
    decode(data) {
      const { Err: E } = _DER;
      if (data.length < 1)
        throw new E("invalid signature integer: empty");
      if (data[0] & 128)
        throw new E("invalid signature integer: negative");
      if (data.length > 1 && data[0] === 0 && !(data[1] & 128))
        throw new E("invalid signature integer: unnecessary leading zero");
      return bytesToNumberBE(data);
    }
  },
  toSig(bytes3, maxScalarBytes) {
    const { Err: E, _int: int2, _tlv: tlv } = _DER;
    if (maxScalarBytes !== void 0) {
      asafenumber(maxScalarBytes, "maxScalarBytes");
      if (maxScalarBytes < 1)
        throw new E("invalid signature: maxScalarBytes must be positive");
    }
    const data = abytes2(bytes3, void 0, "signature");
    const { v: seqBytes, l: seqLeftBytes } = tlv.decode(48, data);
    if (seqLeftBytes.length)
      throw new E("invalid signature: left bytes after parsing");
    const { v: rBytes, l: rLeftBytes } = tlv.decode(2, seqBytes);
    const { v: sBytes, l: sLeftBytes } = tlv.decode(2, rLeftBytes);
    if (sLeftBytes.length)
      throw new E("invalid signature: left bytes after parsing");
    if (maxScalarBytes !== void 0 && (rBytes.length > maxScalarBytes || sBytes.length > maxScalarBytes))
      throw new E("invalid signature: integer too large");
    return { r: int2.decode(rBytes), s: int2.decode(sBytes) };
  },
  hexFromSig(sig) {
    const { _tlv: tlv, _int: int2 } = _DER;
    validateObject(sig, { r: "bigint", s: "bigint" }, {}, "sig");
    const rs = tlv.encode(2, int2.encode(sig.r));
    const ss = tlv.encode(2, int2.encode(sig.s));
    const seq = rs + ss;
    return tlv.encode(48, seq);
  }
};
var DER = /* @__PURE__ */ (() => {
  Object.freeze(_DER._tlv);
  Object.freeze(_DER._int);
  return Object.freeze(_DER);
})();

// node_modules/@noble/curves/abstract/weierstrass.js
/*! noble-curves - MIT License (c) 2022 Paul Miller (paulmillr.com) */
var divNearest = (num, den) => (num + (num >= 0 ? den : -den) / _2n3) / den;
function _splitEndoScalar(k, basis, n) {
  aInRange("scalar", k, _0n6, n);
  const [[a1, b1], [a2, b2]] = basis;
  const c1 = divNearest(b2 * k, n);
  const c2 = divNearest(-b1 * k, n);
  let k1 = k - c1 * a1 - c2 * a2;
  let k2 = -c1 * b1 - c2 * b2;
  const k1neg = k1 < _0n6;
  const k2neg = k2 < _0n6;
  if (k1neg)
    k1 = -k1;
  if (k2neg)
    k2 = -k2;
  const MAX_NUM = bitMask(Math.ceil(bitLen(n) / 2)) + _1n5;
  if (k1 < _0n6 || k1 >= MAX_NUM || k2 < _0n6 || k2 >= MAX_NUM) {
    throw new Error("splitScalar (endomorphism): failed for k");
  }
  return { k1neg, k1, k2neg, k2 };
}
function validateSigFormat(format) {
  if (!["compact", "recovered", "der"].includes(format))
    throw new Error('Signature format must be "compact", "recovered", or "der"');
  return format;
}
function validateSigOpts(opts, def) {
  validateObject(opts);
  const optsn = {};
  for (let optName of Object.keys(def)) {
    optsn[optName] = opts[optName] === void 0 ? def[optName] : opts[optName];
  }
  abool2(optsn.lowS, "lowS");
  abool2(optsn.prehash, "prehash");
  if (optsn.format !== void 0)
    validateSigFormat(optsn.format);
  return optsn;
}
var _0n6 = /* @__PURE__ */ BigInt(0);
var _1n5 = /* @__PURE__ */ BigInt(1);
var _2n3 = /* @__PURE__ */ BigInt(2);
var _3n2 = /* @__PURE__ */ BigInt(3);
var _4n3 = /* @__PURE__ */ BigInt(4);
function weierstrass(params, extraOpts = {}) {
  const validated = createCurveFields("weierstrass", params, extraOpts);
  const Fp = validated.Fp;
  const Fn = validated.Fn;
  let CURVE = validated.CURVE;
  const { h: cofactor, n: CURVE_ORDER } = CURVE;
  validateObject(extraOpts, {}, {
    allowInfinityPoint: "boolean",
    clearCofactor: "function",
    isTorsionFree: "function",
    fromBytes: "function",
    toBytes: "function",
    endo: "object",
    randomBytes: "function"
  });
  const { endo: endoOpts, allowInfinityPoint, clearCofactor, isTorsionFree, fromBytes, toBytes } = extraOpts;
  const randomBytes3 = extraOpts.randomBytes === void 0 ? randomBytes2 : extraOpts.randomBytes;
  if (endoOpts) {
    if (!Fp.is0(CURVE.a) || typeof endoOpts.beta !== "bigint" || !Array.isArray(endoOpts.basises)) {
      throw new Error('invalid endo: expected "beta": bigint and "basises": array');
    }
  }
  const endo = endoOpts ? {
    beta: endoOpts.beta,
    basises: endoOpts.basises.map((basis) => [...basis])
  } : void 0;
  const lengths = getWLengths(Fp, Fn);
  function assertCompressionIsSupported() {
    if (!Fp.isOdd)
      throw new Error("compression is not supported: Field does not have .isOdd()");
  }
  function pointToBytes(_c, point, isCompressed) {
    if (point.is0()) {
      if (!allowInfinityPoint)
        throw new Error("bad point: ZERO");
      return Uint8Array.of(0);
    }
    const { x, y } = point.toAffine();
    const bx = Fp.toBytes(x);
    abool2(isCompressed, "isCompressed");
    if (isCompressed) {
      assertCompressionIsSupported();
      const hasEvenY = !Fp.isOdd(y);
      return concatBytes2(pprefix(hasEvenY), bx);
    } else {
      return concatBytes2(Uint8Array.of(4), bx, Fp.toBytes(y));
    }
  }
  function pointFromBytes(bytes3) {
    abytes2(bytes3, void 0, "Point");
    const { publicKey: comp, publicKeyUncompressed: uncomp } = lengths;
    const length = bytes3.length;
    const head = bytes3[0];
    const tail = bytes3.subarray(1);
    if (allowInfinityPoint && length === 1 && head === 0)
      return { x: Fp.ZERO, y: Fp.ZERO };
    if (length === comp && (head === 2 || head === 3)) {
      const x = Fp.fromBytes(tail);
      if (!Fp.isValid(x))
        throw new Error("bad point: is not on curve, wrong x");
      const y2 = weierstrassEquation(x);
      let y;
      try {
        y = Fp.sqrt(y2);
      } catch (sqrtError) {
        const err = sqrtError instanceof Error ? ": " + sqrtError.message : "";
        throw new Error("bad point: is not on curve, sqrt error" + err);
      }
      assertCompressionIsSupported();
      const evenY = Fp.isOdd(y);
      const evenH = (head & 1) === 1;
      if (evenH !== evenY)
        y = Fp.neg(y);
      return { x, y };
    } else if (length === uncomp && head === 4) {
      const L = Fp.BYTES;
      const x = Fp.fromBytes(tail.subarray(0, L));
      const y = Fp.fromBytes(tail.subarray(L, L * 2));
      if (!isValidXY(x, y))
        throw new Error("bad point: is not on curve");
      return { x, y };
    } else {
      throw new Error(`bad point: got length ${length}, expected compressed=${comp} or uncompressed=${uncomp}`);
    }
  }
  const encodePoint = toBytes === void 0 ? pointToBytes : toBytes;
  const decodePoint = fromBytes === void 0 ? pointFromBytes : fromBytes;
  const b3 = Fp.mul(CURVE.b, _3n2);
  const mulA = Fp.is0(CURVE.a) ? (_) => Fp.ZERO : (x) => Fp.mul(CURVE.a, x);
  function weierstrassEquation(x) {
    const x2 = Fp.sqr(x);
    const x3 = Fp.mul(x2, x);
    return Fp.add(Fp.add(x3, Fp.mul(x, CURVE.a)), CURVE.b);
  }
  function isValidXY(x, y) {
    const left = Fp.sqr(y);
    const right = weierstrassEquation(x);
    return Fp.eql(left, right);
  }
  if (!isValidXY(CURVE.Gx, CURVE.Gy))
    throw new Error("bad curve params: generator point");
  const _4a3 = Fp.mul(Fp.pow(CURVE.a, _3n2), _4n3);
  const _27b2 = Fp.mul(Fp.sqr(CURVE.b), BigInt(27));
  if (Fp.is0(Fp.add(_4a3, _27b2)))
    throw new Error("bad curve params: a or b");
  function acoord(title, n, banZero = false) {
    if (!Fp.isValid(n) || banZero && Fp.is0(n))
      throw new Error(`bad point coordinate ${title}`);
    return typeof n === "object" && n !== null ? Fp.create(n) : n;
  }
  function aprjpoint(other) {
    if (!(other instanceof Point))
      throw new Error("Weierstrass Point expected");
  }
  function splitEndoScalarN(k) {
    if (!endo || !endo.basises)
      throw new Error("no endo");
    return _splitEndoScalar(k, endo.basises, Fn.ORDER);
  }
  function pushWnafPair(points, scalars, p, k) {
    if (!Fn.isValid(k))
      throw new RangeError("invalid scalar: out of range");
    if (endo) {
      const { k1neg, k1, k2neg, k2 } = splitEndoScalarN(k);
      const psi = new Point(Fp.mul(p.X, endo.beta), p.Y, p.Z);
      points.push(k1neg ? p.negate() : p, k2neg ? psi.negate() : psi);
      scalars.push(k1, k2);
    } else {
      points.push(p);
      scalars.push(k);
    }
  }
  const validityCache = /* @__PURE__ */ new WeakSet();
  class Point {
    static BASE = new Point(CURVE.Gx, CURVE.Gy, Fp.ONE);
    static ZERO = new Point(Fp.ZERO, Fp.ONE, Fp.ZERO);
    static Fp = Fp;
    static Fn = Fn;
    X;
    Y;
    Z;
    /** Does NOT validate if the point is valid. Use `.assertValidity()`. */
    constructor(X, Y, Z) {
      this.X = acoord("x", X);
      this.Y = acoord("y", Y, true);
      this.Z = acoord("z", Z);
      Object.freeze(this);
    }
    static CURVE() {
      return CURVE;
    }
    /** Does NOT validate if the point is valid. Use `.assertValidity()`. */
    static fromAffine(p) {
      const { x, y } = p || {};
      if (!p || !Fp.isValid(x) || !Fp.isValid(y))
        throw new Error("invalid affine point");
      if (p instanceof Point)
        throw new Error("projective point not allowed");
      if (Fp.is0(x) && Fp.is0(y))
        return Point.ZERO;
      return new Point(x, y, Fp.ONE);
    }
    static fromBytes(bytes3) {
      const P = Point.fromAffine(decodePoint(abytes2(bytes3, void 0, "point")));
      P.assertValidity();
      return P;
    }
    static fromHex(hex2) {
      return Point.fromBytes(hexToBytes2(hex2));
    }
    get x() {
      return this.toAffine().x;
    }
    get y() {
      return this.toAffine().y;
    }
    /**
     * @param isLazy - true will defer table computation until the first multiplication
     */
    precompute(windowSize = 6, isLazy = true) {
      wnaf.setWindowSize(this, windowSize);
      if (!isLazy)
        this.multiply(_3n2);
      return this;
    }
    // TODO: return `this`
    /** A point on curve is valid if it conforms to equation. */
    assertValidity() {
      const p = this;
      if (p.is0()) {
        if (allowInfinityPoint && Fp.is0(p.X) && Fp.eql(p.Y, Fp.ONE) && Fp.is0(p.Z))
          return;
        throw new Error("bad point: ZERO");
      }
      if (validityCache.has(p))
        return;
      const { x, y } = p.toAffine();
      if (!Fp.isValid(x) || !Fp.isValid(y))
        throw new Error("bad point: x or y not field elements");
      if (!isValidXY(x, y))
        throw new Error("bad point: equation left != right");
      if (!p.isTorsionFree())
        throw new Error("bad point: not in prime-order subgroup");
      validityCache.add(p);
    }
    hasEvenY() {
      const { y } = this.toAffine();
      if (!Fp.isOdd)
        throw new Error("Field doesn't support isOdd");
      return !Fp.isOdd(y);
    }
    /** Compare one point to another. */
    equals(other) {
      aprjpoint(other);
      const { X: X1, Y: Y1, Z: Z1 } = this;
      const { X: X2, Y: Y2, Z: Z2 } = other;
      const U1 = Fp.eql(Fp.mul(X1, Z2), Fp.mul(X2, Z1));
      const U2 = Fp.eql(Fp.mul(Y1, Z2), Fp.mul(Y2, Z1));
      return U1 && U2;
    }
    /** Flips point to one corresponding to (x, -y) in Affine coordinates. */
    negate() {
      return new Point(this.X, Fp.neg(this.Y), this.Z);
    }
    // Renes-Costello-Batina exception-free doubling formula.
    // There is 30% faster Jacobian formula, but it is not complete.
    // https://eprint.iacr.org/2015/1060, algorithm 3
    // Cost: 8M + 3S + 3*a + 2*b3 + 15add.
    double() {
      const { X: X1, Y: Y1, Z: Z1 } = this;
      let X3 = Fp.ZERO, Y3 = Fp.ZERO, Z3 = Fp.ZERO;
      let t0 = Fp.mul(X1, X1);
      let t1 = Fp.mul(Y1, Y1);
      let t2 = Fp.mul(Z1, Z1);
      let t3 = Fp.mul(X1, Y1);
      t3 = Fp.add(t3, t3);
      Z3 = Fp.mul(X1, Z1);
      Z3 = Fp.add(Z3, Z3);
      X3 = mulA(Z3);
      Y3 = Fp.mul(b3, t2);
      Y3 = Fp.add(X3, Y3);
      X3 = Fp.sub(t1, Y3);
      Y3 = Fp.add(t1, Y3);
      Y3 = Fp.mul(X3, Y3);
      X3 = Fp.mul(t3, X3);
      Z3 = Fp.mul(b3, Z3);
      t2 = mulA(t2);
      t3 = Fp.sub(t0, t2);
      t3 = mulA(t3);
      t3 = Fp.add(t3, Z3);
      Z3 = Fp.add(t0, t0);
      t0 = Fp.add(Z3, t0);
      t0 = Fp.add(t0, t2);
      t0 = Fp.mul(t0, t3);
      Y3 = Fp.add(Y3, t0);
      t2 = Fp.mul(Y1, Z1);
      t2 = Fp.add(t2, t2);
      t0 = Fp.mul(t2, t3);
      X3 = Fp.sub(X3, t0);
      Z3 = Fp.mul(t2, t1);
      Z3 = Fp.add(Z3, Z3);
      Z3 = Fp.add(Z3, Z3);
      return new Point(X3, Y3, Z3);
    }
    // Renes-Costello-Batina exception-free addition formula.
    // There is 30% faster Jacobian formula, but it is not complete.
    // https://eprint.iacr.org/2015/1060, algorithm 1
    // Cost: 12M + 0S + 3*a + 3*b3 + 23add.
    add(other) {
      aprjpoint(other);
      const { X: X1, Y: Y1, Z: Z1 } = this;
      const { X: X2, Y: Y2, Z: Z2 } = other;
      let X3 = Fp.ZERO, Y3 = Fp.ZERO, Z3 = Fp.ZERO;
      let t0 = Fp.mul(X1, X2);
      let t1 = Fp.mul(Y1, Y2);
      let t2 = Fp.mul(Z1, Z2);
      let t3 = Fp.add(X1, Y1);
      let t4 = Fp.add(X2, Y2);
      t3 = Fp.mul(t3, t4);
      t4 = Fp.add(t0, t1);
      t3 = Fp.sub(t3, t4);
      t4 = Fp.add(X1, Z1);
      let t5 = Fp.add(X2, Z2);
      t4 = Fp.mul(t4, t5);
      t5 = Fp.add(t0, t2);
      t4 = Fp.sub(t4, t5);
      t5 = Fp.add(Y1, Z1);
      X3 = Fp.add(Y2, Z2);
      t5 = Fp.mul(t5, X3);
      X3 = Fp.add(t1, t2);
      t5 = Fp.sub(t5, X3);
      Z3 = mulA(t4);
      X3 = Fp.mul(b3, t2);
      Z3 = Fp.add(X3, Z3);
      X3 = Fp.sub(t1, Z3);
      Z3 = Fp.add(t1, Z3);
      Y3 = Fp.mul(X3, Z3);
      t1 = Fp.add(t0, t0);
      t1 = Fp.add(t1, t0);
      t2 = mulA(t2);
      t4 = Fp.mul(b3, t4);
      t1 = Fp.add(t1, t2);
      t2 = Fp.sub(t0, t2);
      t2 = mulA(t2);
      t4 = Fp.add(t4, t2);
      t0 = Fp.mul(t1, t4);
      Y3 = Fp.add(Y3, t0);
      t0 = Fp.mul(t5, t4);
      X3 = Fp.mul(t3, X3);
      X3 = Fp.sub(X3, t0);
      t0 = Fp.mul(t3, t1);
      Z3 = Fp.mul(t5, Z3);
      Z3 = Fp.add(Z3, t0);
      return new Point(X3, Y3, Z3);
    }
    subtract(other) {
      aprjpoint(other);
      return this.add(other.negate());
    }
    is0() {
      return this.equals(Point.ZERO);
    }
    /**
     * Constant time multiplication.
     * Uses precomputed tables (signed fixed-window wNAF) when available.
     * Uses scalar blinding and avoids endomorphism splitting in the secret-scalar path.
     * @param scalar - by which the point would be multiplied
     * @returns New point
     */
    multiply(scalar) {
      if (!Fn.isValidNot0(scalar))
        throw new RangeError("invalid scalar: out of range");
      const { p, f } = wnaf.mulSecret(this, scalar, cofactor, normalize);
      return normalize([p, f])[0];
    }
    /**
     * Non-constant-time multiplication. Uses width-4 wNAF with GLV endomorphism splitting
     * when available (two half-width scalars sharing one halved doubling chain).
     * It's faster, but should only be used when you don't care about
     * an exposed secret key e.g. sig verification, which works over *public* keys.
     */
    multiplyUnsafe(scalar) {
      const p = this;
      const sc = scalar;
      if (!Fn.isValid(sc))
        throw new RangeError("invalid scalar: out of range");
      if (sc === _0n6 || p.is0())
        return Point.ZERO;
      if (sc === _1n5)
        return p;
      if (wnaf.hasWindowSize(this))
        return wnaf.mulUnsafe(p, sc, normalize);
      const points = [];
      const scalars = [];
      pushWnafPair(points, scalars, p, sc);
      return mulAddUnsafe(Point, points, scalars);
    }
    /**
     * Non-constant-time double-scalar multiplication `a⋅this + b⋅other` (Strauss–Shamir).
     * Both walks share one doubling chain via {@link mulAddUnsafe}, and GLV endomorphism
     * (when available) halves the chain again by splitting each scalar into two half-width
     * parts. Used by ECDSA verification and public-key recovery for `R = u1⋅G + u2⋅P`.
     * Only for public scalars.
     */
    mulAddUnsafe(a, other, b) {
      aprjpoint(other);
      const points = [];
      const scalars = [];
      pushWnafPair(points, scalars, this, a);
      pushWnafPair(points, scalars, other, b);
      return mulAddUnsafe(Point, points, scalars);
    }
    /**
     * Converts Projective point to affine (x, y) coordinates.
     * (X, Y, Z) ∋ (x=X/Z, y=Y/Z).
     * @param invertedZ - Z^-1 (inverted zero) - optional, precomputation is useful for invertBatch
     */
    toAffine(invertedZ) {
      const p = this;
      let iz = invertedZ;
      if (iz != null && !Fp.isValid(iz))
        throw new RangeError('"invertedZ" expected valid field element');
      const { X, Y, Z } = p;
      if (Fp.eql(Z, Fp.ONE))
        return { x: X, y: Y };
      const is0 = p.is0();
      if (iz == null)
        iz = is0 ? Fp.ONE : Fp.inv(Z);
      const x = Fp.mul(X, iz);
      const y = Fp.mul(Y, iz);
      const zz = Fp.mul(Z, iz);
      if (is0)
        return { x: Fp.ZERO, y: Fp.ZERO };
      if (!Fp.eql(zz, Fp.ONE))
        throw new Error("invZ was invalid");
      return { x, y };
    }
    /**
     * Checks whether Point is free of torsion elements (is in prime subgroup).
     * Always torsion-free for cofactor=1 curves.
     */
    isTorsionFree() {
      if (cofactor === _1n5)
        return true;
      if (isTorsionFree)
        return isTorsionFree(Point, this);
      return wnaf.mulUnsafe(this, CURVE_ORDER).is0();
    }
    clearCofactor() {
      if (cofactor === _1n5)
        return this;
      if (clearCofactor)
        return clearCofactor(Point, this);
      return this.multiplyUnsafe(cofactor);
    }
    isSmallOrder() {
      if (cofactor === _1n5)
        return this.is0();
      return this.clearCofactor().is0();
    }
    toBytes(isCompressed = true) {
      abool2(isCompressed, "isCompressed");
      this.assertValidity();
      return encodePoint(Point, this, isCompressed);
    }
    toHex(isCompressed = true) {
      return bytesToHex2(this.toBytes(isCompressed));
    }
    toString() {
      return `<Point ${this.is0() ? "ZERO" : this.toHex()}>`;
    }
  }
  const normalize = (points) => normalizeZ(Point, points);
  const wnaf = new ScalarMultiplier(Point, randomBytes3);
  if (wnaf.bits >= 6)
    Point.BASE.precompute(6);
  Object.freeze(Point.prototype);
  Object.freeze(Point);
  return Point;
}
function pprefix(hasEvenY) {
  return Uint8Array.of(hasEvenY ? 2 : 3);
}
function getWLengths(Fp, Fn) {
  return {
    secretKey: Fn.BYTES,
    publicKey: 1 + Fp.BYTES,
    publicKeyUncompressed: 1 + 2 * Fp.BYTES,
    publicKeyHasPrefix: true,
    // Raw compact `(r || s)` signature width; DER and recovered signatures use
    // different lengths outside this helper.
    signature: 2 * Fn.BYTES
  };
}
function ecdh(Point, ecdhOpts = {}) {
  validatePointCons(Point);
  const { Fn } = Point;
  const randomBytes_ = ecdhOpts.randomBytes === void 0 ? randomBytes2 : ecdhOpts.randomBytes;
  const lengths = Object.assign(getWLengths(Point.Fp, Fn), {
    seed: Math.max(getMinHashLength(Fn.ORDER), 16)
  });
  function isValidSecretKey(secretKey) {
    try {
      const num = Fn.fromBytes(secretKey);
      return Fn.isValidNot0(num);
    } catch (error) {
      return false;
    }
  }
  function isValidPublicKey(publicKey, isCompressed) {
    const { publicKey: comp, publicKeyUncompressed } = lengths;
    try {
      const l = publicKey.length;
      if (isCompressed === true && l !== comp)
        return false;
      if (isCompressed === false && l !== publicKeyUncompressed)
        return false;
      return !Point.fromBytes(publicKey).is0();
    } catch (error) {
      return false;
    }
  }
  function randomSecretKey(seed) {
    seed = seed === void 0 ? randomBytes_(lengths.seed) : seed;
    return mapHashToField(abytes2(seed, lengths.seed, "seed"), Fn.ORDER);
  }
  function getPublicKey(secretKey, isCompressed = true) {
    return Point.BASE.multiply(Fn.fromBytes(secretKey)).toBytes(isCompressed);
  }
  function isProbPub(item) {
    const { secretKey, publicKey, publicKeyUncompressed } = lengths;
    const allowedLengths = Fn._lengths;
    if (!isBytes3(item))
      return void 0;
    const l = abytes2(item, void 0, "key").length;
    const isPub = l === publicKey || l === publicKeyUncompressed;
    const isSec = l === secretKey || !!allowedLengths?.includes(l);
    if (isPub && isSec)
      return void 0;
    return isPub;
  }
  function getSharedSecret(secretKeyA, publicKeyB, isCompressed = true) {
    if (isProbPub(secretKeyA) === true)
      throw new Error("first arg must be private key");
    if (isProbPub(publicKeyB) === false)
      throw new Error("second arg must be public key");
    const s = Fn.fromBytes(secretKeyA);
    const b = Point.fromBytes(publicKeyB);
    if (b.is0())
      throw new Error("invalid public key: point at infinity");
    return b.multiply(s).toBytes(isCompressed);
  }
  const utils = {
    isValidSecretKey,
    isValidPublicKey,
    randomSecretKey
  };
  const keygen = createKeygen(randomSecretKey, getPublicKey);
  Object.freeze(utils);
  Object.freeze(lengths);
  return Object.freeze({ getPublicKey, getSharedSecret, keygen, Point, utils, lengths });
}
function ecdsa(Point, hash, ecdsaOpts = {}) {
  validatePointCons(Point);
  const hash_ = hash;
  ahash(hash_);
  validateObject(ecdsaOpts, {}, {
    hmac: "function",
    lowS: "boolean",
    randomBytes: "function",
    bits2int: "function",
    bits2int_modN: "function"
  });
  const opts = Object.assign({}, ecdsaOpts);
  const randomBytes3 = opts.randomBytes === void 0 ? randomBytes2 : opts.randomBytes;
  const hmac2 = opts.hmac === void 0 ? (key, msg) => hmac(hash_, key, msg) : opts.hmac;
  const { Fp, Fn } = Point;
  const { ORDER: CURVE_ORDER, BITS: fnBits } = Fn;
  const blindLength = getMinHashLength(CURVE_ORDER);
  const csprng = probeRandomBytes(randomBytes3, blindLength);
  const { keygen, getPublicKey, getSharedSecret, utils, lengths } = ecdh(Point, opts);
  const defaultSigOpts = {
    prehash: true,
    lowS: typeof opts.lowS === "boolean" ? opts.lowS : true,
    format: "compact",
    extraEntropy: false
  };
  const hasLargeRecoveryLifts = CURVE_ORDER * _2n3 + _1n5 < Fp.ORDER;
  function isBiggerThanHalfOrder(number2) {
    const HALF = CURVE_ORDER >> _1n5;
    return number2 > HALF;
  }
  function validateRS(title, num) {
    if (!Fn.isValidNot0(num))
      throw new Error(`invalid signature ${title}: out of range 1..Point.Fn.ORDER`);
    return num;
  }
  function assertFieldSignIsSupported() {
    if (!Fp.isOdd)
      throw new Error("Field doesn't support isOdd");
  }
  function getRecoveryBit(x, y, r) {
    assertFieldSignIsSupported();
    return (x === r ? 0 : 2) | Number(Fp.isOdd(y));
  }
  function assertRecoverableCurve() {
    if (hasLargeRecoveryLifts)
      throw new Error('"recovered" sig type is not supported for cofactor >2 curves');
  }
  function validateSigLength(bytes3, format) {
    validateSigFormat(format);
    const size = lengths.signature;
    const sizer = format === "compact" ? size : format === "recovered" ? size + 1 : void 0;
    return abytes2(bytes3, sizer);
  }
  class Signature {
    r;
    s;
    recovery;
    constructor(r, s, recovery) {
      this.r = validateRS("r", r);
      this.s = validateRS("s", s);
      if (recovery != null) {
        assertRecoverableCurve();
        if (![0, 1, 2, 3].includes(recovery))
          throw new Error("invalid recovery id");
        this.recovery = recovery;
      }
      Object.freeze(this);
    }
    static fromBytes(bytes3, format = defaultSigOpts.format) {
      validateSigLength(bytes3, format);
      let recid;
      if (format === "der") {
        if (bytes3.length > 2 * Fn.BYTES + 16)
          throw new DER.Err("invalid signature: DER signature too long");
        const { r: r2, s: s2 } = DER.toSig(abytes2(bytes3), Fn.BYTES + 1);
        return new Signature(r2, s2);
      }
      if (format === "recovered") {
        recid = bytes3[0];
        format = "compact";
        bytes3 = bytes3.subarray(1);
      }
      const L = lengths.signature / 2;
      const r = bytes3.subarray(0, L);
      const s = bytes3.subarray(L, L * 2);
      return new Signature(Fn.fromBytes(r), Fn.fromBytes(s), recid);
    }
    static fromHex(hex2, format) {
      return this.fromBytes(hexToBytes2(hex2), format);
    }
    assertRecovery() {
      const { recovery } = this;
      if (recovery == null)
        throw new Error("invalid recovery id: must be present");
      return recovery;
    }
    addRecoveryBit(recovery) {
      return new Signature(this.r, this.s, recovery);
    }
    // Unlike the top-level helper below, this method expects a digest that has
    // already been hashed to the curve's message representative.
    recoverPublicKey(messageHash) {
      const { r, s } = this;
      const recovery = this.assertRecovery();
      const radj = recovery === 2 || recovery === 3 ? r + CURVE_ORDER : r;
      if (!Fp.isValid(radj))
        throw new Error("invalid recovery id: sig.r+curve.n != R.x");
      const x = Fp.toBytes(radj);
      const R = Point.fromBytes(concatBytes2(pprefix((recovery & 1) === 0), x));
      const ir = Fn.inv(radj);
      const h = bits2int_modN(abytes2(messageHash, void 0, "msgHash"));
      const u1 = Fn.create(-h * ir);
      const u2 = Fn.create(s * ir);
      const Q = Point.BASE.mulAddUnsafe(u1, R, u2);
      if (Q.is0())
        throw new Error("invalid recovery: point at infinify");
      Q.assertValidity();
      return Q;
    }
    // Signatures should be low-s, to prevent malleability.
    hasHighS() {
      return isBiggerThanHalfOrder(this.s);
    }
    toBytes(format = defaultSigOpts.format) {
      validateSigFormat(format);
      if (format === "der")
        return hexToBytes2(DER.hexFromSig(this));
      const { r, s } = this;
      const rb = Fn.toBytes(r);
      const sb = Fn.toBytes(s);
      if (format === "recovered") {
        assertRecoverableCurve();
        return concatBytes2(Uint8Array.of(this.assertRecovery()), rb, sb);
      }
      return concatBytes2(rb, sb);
    }
    toHex(format) {
      return bytesToHex2(this.toBytes(format));
    }
  }
  Object.freeze(Signature.prototype);
  Object.freeze(Signature);
  const bits2int = opts.bits2int === void 0 ? function bits2int_def(bytes3) {
    if (bytes3.length > 8192)
      throw new Error("input is too large");
    const num = bytesToNumberBE(bytes3);
    const delta = bytes3.length * 8 - fnBits;
    return delta > 0 ? num >> BigInt(delta) : num;
  } : opts.bits2int;
  const bits2int_modN = opts.bits2int_modN === void 0 ? function bits2int_modN_def(bytes3) {
    return Fn.create(bits2int(bytes3));
  } : opts.bits2int_modN;
  const ORDER_MASK = bitMask(fnBits);
  function int2octets(num) {
    aInRange("num < 2^" + fnBits, num, _0n6, ORDER_MASK);
    return Fn.toBytes(num);
  }
  function validateMsgAndHash(message, prehash) {
    abytes2(message, void 0, "message");
    return prehash ? abytes2(hash_(message), void 0, "prehashed message") : message;
  }
  function prepSig(message, secretKey, opts2) {
    const { lowS, prehash, extraEntropy } = validateSigOpts(opts2, defaultSigOpts);
    message = validateMsgAndHash(message, prehash);
    const h1int = bits2int_modN(message);
    const d = Fn.fromBytes(secretKey);
    if (!Fn.isValidNot0(d))
      throw new Error("invalid private key");
    const seedArgs = [int2octets(d), int2octets(h1int)];
    if (extraEntropy != null && extraEntropy !== false) {
      const e = extraEntropy === true ? randomBytes3(lengths.secretKey) : extraEntropy;
      seedArgs.push(abytes2(e, void 0, "extraEntropy"));
    }
    const seed = concatBytes2(...seedArgs);
    const m = h1int;
    function k2sig(kBytes) {
      const k = bits2int(kBytes);
      if (!Fn.isValidNot0(k))
        return;
      const q = Point.BASE.multiply(k).toAffine();
      const r = Fn.create(q.x);
      if (r === _0n6)
        return;
      let s;
      if (csprng !== void 0) {
        const b = bytesToNumberBE(mapHashToField(csprng(blindLength), CURVE_ORDER));
        const ibk = Fn.inv(Fn.mul(b, k));
        const bm = Fn.mul(b, m);
        const bd = Fn.mul(b, d);
        s = Fn.create(ibk * Fn.create(bm + bd * r));
      } else {
        const ik = invertCt(k, CURVE_ORDER);
        s = Fn.create(ik * Fn.create(m + r * d));
      }
      if (s === _0n6)
        return;
      let recovery = getRecoveryBit(q.x, q.y, r);
      let normS = s;
      if (lowS && isBiggerThanHalfOrder(s)) {
        normS = Fn.neg(s);
        recovery ^= 1;
      }
      return new Signature(r, normS, hasLargeRecoveryLifts ? void 0 : recovery);
    }
    return { seed, k2sig };
  }
  function sign(message, secretKey, opts2 = {}) {
    const { seed, k2sig } = prepSig(message, secretKey, opts2);
    const drbg = createHmacDrbg(hash_.outputLen, Fn.BYTES, hmac2);
    const sig = drbg(seed, k2sig);
    return sig.toBytes(opts2.format);
  }
  function verify(signature, message, publicKey, opts2 = {}) {
    const { lowS, prehash, format } = validateSigOpts(opts2, defaultSigOpts);
    publicKey = abytes2(publicKey, void 0, "publicKey");
    message = validateMsgAndHash(message, prehash);
    if (!isBytes3(signature)) {
      const end = signature instanceof Signature ? ", use sig.toBytes()" : "";
      throw new Error("verify expects Uint8Array signature" + end);
    }
    validateSigLength(signature, format);
    try {
      const sig = Signature.fromBytes(signature, format);
      const P = Point.fromBytes(publicKey);
      if (P.is0())
        return false;
      if (lowS && sig.hasHighS())
        return false;
      const { r, s } = sig;
      const h = bits2int_modN(message);
      const is = Fn.inv(s);
      const u1 = Fn.create(h * is);
      const u2 = Fn.create(r * is);
      const R = Point.BASE.mulAddUnsafe(u1, P, u2);
      if (R.is0())
        return false;
      const q = R.toAffine();
      const v = Fn.create(q.x);
      if (v !== r)
        return false;
      if (format === "recovered" && sig.recovery !== getRecoveryBit(q.x, q.y, r))
        return false;
      return true;
    } catch (e) {
      return false;
    }
  }
  function recoverPublicKey(signature, message, opts2 = {}) {
    const { prehash } = validateSigOpts(opts2, defaultSigOpts);
    message = validateMsgAndHash(message, prehash);
    return Signature.fromBytes(signature, "recovered").recoverPublicKey(message).toBytes();
  }
  return Object.freeze({
    keygen,
    getPublicKey,
    getSharedSecret,
    utils,
    lengths,
    Point,
    sign,
    verify,
    recoverPublicKey,
    Signature,
    hash: hash_
  });
}

// node_modules/@noble/curves/secp256k1.js
/*! noble-curves - MIT License (c) 2022 Paul Miller (paulmillr.com) */
var secp256k1_CURVE = {
  p: BigInt("0xfffffffffffffffffffffffffffffffffffffffffffffffffffffffefffffc2f"),
  n: BigInt("0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141"),
  h: BigInt(1),
  a: BigInt(0),
  b: BigInt(7),
  Gx: BigInt("0x79be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798"),
  Gy: BigInt("0x483ada7726a3c4655da4fbfc0e1108a8fd17b448a68554199c47d08ffb10d4b8")
};
var secp256k1_ENDO = {
  beta: BigInt("0x7ae96a2b657c07106e64479eac3434e99cf0497512f58995c1396c28719501ee"),
  basises: [
    [BigInt("0x3086d221a7d46bcde86c90e49284eb15"), -BigInt("0xe4437ed6010e88286f547fa90abfe4c3")],
    [BigInt("0x114ca50f7a8e2f3f657c1108d9d44cfd8"), BigInt("0x3086d221a7d46bcde86c90e49284eb15")]
  ]
};
var _2n4 = /* @__PURE__ */ BigInt(2);
function sqrtMod(y) {
  const P = secp256k1_CURVE.p;
  const _3n3 = BigInt(3), _6n = BigInt(6), _11n = BigInt(11), _22n = BigInt(22);
  const _23n = BigInt(23), _44n = BigInt(44), _88n = BigInt(88);
  const b2 = y * y * y % P;
  const b3 = b2 * b2 * y % P;
  const b6 = pow2(b3, _3n3, P) * b3 % P;
  const b9 = pow2(b6, _3n3, P) * b3 % P;
  const b11 = pow2(b9, _2n4, P) * b2 % P;
  const b22 = pow2(b11, _11n, P) * b11 % P;
  const b44 = pow2(b22, _22n, P) * b22 % P;
  const b88 = pow2(b44, _44n, P) * b44 % P;
  const b176 = pow2(b88, _88n, P) * b88 % P;
  const b220 = pow2(b176, _44n, P) * b44 % P;
  const b223 = pow2(b220, _3n3, P) * b3 % P;
  const t1 = pow2(b223, _23n, P) * b22 % P;
  const t2 = pow2(t1, _6n, P) * b2 % P;
  const root = pow2(t2, _2n4, P);
  if (!Fpk1.eql(Fpk1.sqr(root), y))
    throw new Error("Cannot find square root");
  return root;
}
var Fpk1 = /* @__PURE__ */ Field(secp256k1_CURVE.p, { sqrt: sqrtMod });
var Pointk1 = /* @__PURE__ */ weierstrass(secp256k1_CURVE, {
  Fp: Fpk1,
  endo: secp256k1_ENDO
});
var secp256k1 = /* @__PURE__ */ ecdsa(Pointk1, sha256);

// contracts/proof/recoverKey.noble.ts
var recoverKey = (hash, signature, parity) => {
  const r = bytesToBigint(signature.subarray(0, 32));
  const s = bytesToBigint(signature.subarray(32));
  try {
    const point = new secp256k1.Signature(r, s, parity).recoverPublicKey(hash);
    return point.toBytes(false).subarray(1);
  } catch {
    return null;
  }
};

// contracts/proof/recoverAddress.ts
var halfOrder = 0x7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0n;
var recoverAddress = (hash, signature, parity) => {
  const isOne = signature.length === 64 && (parity === 0 || parity === 1);
  const key = isOne ? recoverKey(hash, signature, parity) : null;
  if (key === null) throw new Unrecoverable(signature, parity);
  return keccak256(key).subarray(12);
};
var isLowS = (signature) => bytesToBigint(signature.subarray(32, 64)) <= halfOrder;
var Unrecoverable = class extends Error {
  name = "Unrecoverable";
  signature;
  parity;
  constructor(signature, parity) {
    super(
      `No key can have made the signature ${hexOf(signature)} with parity ${parity}: it was altered, or is none.`
    );
    this.signature = signature;
    this.parity = parity;
  }
};

// contracts/proof/cliqueSeal.ts
var EPOCH = 3e4;
var VANITY = 32;
var SEAL = 65;
var sealHash = (header) => {
  const { extraData } = header;
  if (extraData.length < VANITY + SEAL) {
    throw new MalformedRlp(
      0,
      `block ${header.number} has no seal: ${extraData.length} bytes of extraData`
    );
  }
  return keccak256(encodeHeader({ ...header, extraData: extraData.subarray(0, -SEAL) }));
};
var sealerOf = (header) => {
  const hash = sealHash(header);
  const seal = header.extraData.subarray(-SEAL);
  return recoverAddress(hash, seal.subarray(0, 64), seal[64]);
};
var voteIn = ({ coinbase, nonce }) => coinbase.some((byte) => byte !== 0) ? { on: coinbase, admit: nonce[0] === 255 } : null;
var signersIn = ({ extraData }) => {
  const listed2 = extraData.subarray(VANITY, Math.max(VANITY, extraData.length - SEAL));
  if (listed2.length === 0) return null;
  const signers2 = [];
  for (let at = 0; at < listed2.length; at += 20) signers2.push(listed2.subarray(at, at + 20));
  return signers2;
};
var turnOf = (number2, signers2) => signers2[number2 % signers2.length];

// contracts/proof/evidence/seals.ts
var majorityOf = (signers2) => Math.floor(signers2.length / 2) + 1;
var readSealedBlock = (raws, signers2) => {
  const headers = raws.map((raw, i) => readHeader(raw, i));
  for (const [i, { header }] of headers.entries()) {
    const parent = headers[i - 1];
    if (parent === void 0) continue;
    if (header.number === parent.header.number + 1 && isSame2(header.parentHash, parent.hash))
      continue;
    throw new EvidenceRefused(
      "header-unlinked",
      `Block ${header.number} does not follow block ${parent.header.number}: it names ${hexOf(header.parentHash)} as the block before it, not ${hexOf(parent.hash)}. One of them was altered or left out.`
    );
  }
  const [first] = headers;
  if (first === void 0) throw new EvidenceRefused("header-unreadable", "It names no block.");
  const sealers = signers2.length === 0 ? [] : headers.map(({ header }) => sealerIn(header, signers2));
  const parties = /* @__PURE__ */ new Set();
  for (const [i, { address: address2, party }] of sealers.entries()) {
    if (sealers[i - 1]?.address === address2) {
      const number2 = first.header.number + i;
      throw new EvidenceRefused(
        "header-out-of-turn",
        `The ${party} sealed block ${number2} and the one before it, which the network allows nobody: this is no block of it.`
      );
    }
    parties.add(party);
  }
  if (signers2.length > 0 && parties.size < majorityOf(signers2)) {
    throw new EvidenceRefused(
      "too-few-parties",
      `Only ${[...parties].join(" and ")} sealed block ${first.header.number} and those after it; ${majorityOf(signers2)} of ${signers2.length} parties must, since one alone could make up what it likes. Get the file anew.`
    );
  }
  return {
    header: first.header,
    hash: hexOf(first.hash),
    parties: [...parties],
    of: signers2.length
  };
};
var readHeader = (raw, i) => {
  try {
    const bytes3 = bytesOf(raw);
    return { header: decodeHeader(bytes3), hash: headerHash(bytes3) };
  } catch (cause) {
    if (!(cause instanceof MalformedRlp || cause instanceof NotHex)) throw cause;
    throw new EvidenceRefused(
      "header-unreadable",
      `The ${i === 0 ? "block" : `block ${i} after it`} that it is proven against can't be read (${cause instanceof MalformedRlp ? cause.reason : "half a byte"}): it was altered.`,
      cause
    );
  }
};
var sealerIn = (header, signers2) => {
  const { number: number2, difficulty } = header;
  let address2;
  try {
    address2 = hexOf(sealerOf(header));
  } catch (cause) {
    if (!(cause instanceof Unrecoverable || cause instanceof MalformedRlp)) throw cause;
    throw unsealed(number2, "bears no seal", cause);
  }
  if (!isLowS(header.extraData.subarray(-65, -1)))
    throw unsealed(number2, "bears a seal that was rewritten");
  const signer = signers2.find((each) => each.address === address2);
  if (signer === void 0)
    throw unsealed(number2, `was sealed by ${address2}, which is no party's key`);
  const inOrder2 = signers2.map((each) => each.address).sort();
  const isTurn = turnOf(number2, inOrder2) === address2;
  if (difficulty !== (isTurn ? 2n : 1n)) {
    throw new EvidenceRefused(
      "header-out-of-turn",
      `Block ${number2} says that it ${isTurn ? "was not" : "was"} the turn of the ${signer.party} to seal it, which is not so: this is no block of the network.`
    );
  }
  if (voteIn(header) !== null) {
    throw new EvidenceRefused(
      "header-votes",
      `Block ${number2} votes to change who may seal. Get the file anew, proven against another block.`
    );
  }
  const listed2 = signersIn(header)?.map((each) => hexOf(each)).join() ?? "";
  if (listed2 !== (number2 % EPOCH === 0 ? inOrder2.join() : "")) {
    throw new EvidenceRefused(
      "other-signers",
      `Block ${number2} lists ${listed2 || "no signers"}, not the parties that this file names: it is of another network.`
    );
  }
  return signer;
};
var unsealed = (number2, what, cause) => new EvidenceRefused(
  "header-unsealed",
  `Block ${number2} ${what}: it was altered, or made up by someone who is no party of the network.`,
  cause
);

// contracts/proof/accountSlots.ts
var ACCOUNTS = 1;
var headSlot = (account) => {
  const key = new Uint8Array(64);
  key.set(bytesOf(account));
  key[63] = ACCOUNTS;
  return keccak256(key);
};
var standingSlot = (account) => {
  const slot = headSlot(account);
  for (let i = 31; i >= 0; i--) {
    slot[i] = slot[i] + 1 & 255;
    if (slot[i] !== 0) break;
  }
  return slot;
};
var standingIn = (word2) => {
  const packed = bytesToBigint(word2);
  const bits = (from, count2) => packed >> from & (1n << count2) - 1n;
  return {
    seq: Number(bits(0n, 32n)),
    balance: paise(BigInt.asIntN(64, bits(32n, 64n))),
    register: wh(bits(96n, 64n)),
    realDay: dayNumber(Number(bits(160n, 32n))),
    bills: Number(bits(192n, 32n)),
    terms: Number(bits(224n, 16n)),
    estimates: Number(bits(240n, 2n)),
    isClosed: bits(242n, 1n) === 1n,
    isPending: bits(243n, 1n) === 1n
  };
};

// contracts/proof/merkleRoot.ts
var emptyRoot = keccak256(new Uint8Array([128]));
var nibblesOf = (bytes3) => {
  const nibbles = new Uint8Array(2 * bytes3.length);
  for (const [i, byte] of bytes3.entries()) {
    nibbles[2 * i] = byte >> 4;
    nibbles[2 * i + 1] = byte & 15;
  }
  return nibbles;
};
var nothing2 = new Uint8Array([128]);

// contracts/proof/trieProof.ts
var provenValue = (root, key, nodes2) => {
  if (isSame2(root, emptyRoot)) {
    if (nodes2.length > 0) throw new ProofRefused("an empty trie is proven by no node");
    return null;
  }
  const path = nibblesOf(key);
  let depth = 0;
  let named = root;
  for (const [i, raw] of nodes2.entries()) {
    if (!isSame2(keccak256(raw), named)) {
      throw new ProofRefused(`node ${i} does not hash to ${hexOf(named)}, by which it is named`);
    }
    let node = decodedNode(raw, i);
    for (; ; ) {
      const step = descend(node, path, depth, i);
      if (step.found !== void 0) {
        if (i < nodes2.length - 1) throw new ProofRefused(`nodes after node ${i} prove nothing more`);
        return step.found;
      }
      depth = step.depth;
      if (step.child instanceof Uint8Array) {
        named = step.child;
        break;
      }
      node = step.child;
    }
  }
  throw new ProofRefused(`the node ${hexOf(named)} is missing: the proof was cut`);
};
var descend = (node, path, depth, i) => {
  if (node instanceof Uint8Array) throw new ProofRefused(`node ${i} is no list`);
  if (node.length === 17) {
    if (depth === path.length) return { found: valueOrAbsent(node[16], i) };
    return childStep(node[path[depth]], depth + 1, i);
  }
  const [encodedPath, content] = node;
  if (node.length !== 2 || !(encodedPath instanceof Uint8Array) || content === void 0) {
    throw new ProofRefused(`node ${i} has ${node.length} items instead of 2 or 17`);
  }
  const { nibbles, isLeaf } = pathOf(encodedPath, i);
  const rest = path.subarray(depth);
  if (isLeaf) {
    if (!isSame2(rest, nibbles)) return { found: null };
    const value = valueOrAbsent(content, i);
    if (value === null) throw new ProofRefused(`node ${i} is a leaf without a value`);
    return { found: value };
  }
  if (nibbles.length === 0) throw new ProofRefused(`node ${i} extends the path by nothing`);
  if (!isSame2(rest.subarray(0, nibbles.length), nibbles)) return { found: null };
  const step = childStep(content, depth + nibbles.length, i);
  if (step.found === null) throw new ProofRefused(`node ${i} extends the path to nothing`);
  return step;
};
var childStep = (child, depth, i) => {
  if (child instanceof Uint8Array) {
    if (child.length === 0) return { found: null };
    if (child.length === 32) return { child, depth };
    throw new ProofRefused(`node ${i} names a child by ${child.length} bytes instead of 32`);
  }
  if (encodeRlp(child).length >= 32) {
    throw new ProofRefused(`node ${i} holds a child that it should name by its hash`);
  }
  return { child, depth };
};
var valueOrAbsent = (value, i) => {
  if (!(value instanceof Uint8Array)) throw new ProofRefused(`node ${i} holds a list for a value`);
  return value.length === 0 ? null : value;
};
var pathOf = (encoded, i) => {
  const nibbles = nibblesOf(encoded);
  const flag = nibbles[0] ?? 4;
  const isOdd = (flag & 1) === 1;
  if (flag > 3 || !isOdd && nibbles[1] !== 0) {
    throw new ProofRefused(`node ${i} has the path ${hexOf(encoded)}, which is none`);
  }
  return { nibbles: nibbles.subarray(isOdd ? 1 : 2), isLeaf: flag >= 2 };
};
var decodedNode = (raw, i) => {
  try {
    return decodeRlp(raw);
  } catch (cause) {
    if (!(cause instanceof MalformedRlp)) throw cause;
    throw new ProofRefused(`node ${i} is not RLP`, cause);
  }
};
var ProofRefused = class extends Error {
  name = "ProofRefused";
  reason;
  constructor(reason, cause) {
    super(
      `The proof does not hold: ${reason}. It was altered, cut, or is of another block; ask for it anew.`,
      {
        cause
      }
    );
    this.reason = reason;
  }
};

// contracts/proof/stateProof.ts
var verifyAccountProof = (stateRoot, address2, nodes2) => {
  const value = provenValue(stateRoot, keccak256(address2), nodes2);
  if (value === null) return null;
  try {
    const outer = new RlpReader(value);
    const fields = outer.list();
    outer.end();
    const account = {
      nonce: fields.number(),
      balance: fields.bigint(),
      storageRoot: fields.fixed(32),
      codeHash: fields.fixed(32)
    };
    fields.end();
    return account;
  } catch (cause) {
    throw refusedRlp(`the account ${hexOf(address2)}`, cause);
  }
};
var verifyStorageProof = (storageRoot, slot, nodes2) => {
  const word2 = new Uint8Array(32);
  const value = provenValue(storageRoot, keccak256(slot), nodes2);
  if (value === null) return word2;
  let content;
  try {
    content = decodeRlp(value);
  } catch (cause) {
    throw refusedRlp(`slot ${hexOf(slot)}`, cause);
  }
  if (!(content instanceof Uint8Array) || content.length > 32 || (content[0] ?? 0) === 0) {
    throw new ProofRefused(`slot ${hexOf(slot)} holds ${hexOf(value)}, which is no word`);
  }
  word2.set(content, 32 - content.length);
  return word2;
};
var refusedRlp = (what, cause) => cause instanceof MalformedRlp ? new ProofRefused(`${what} is not encoded as it must be`, cause) : cause;

// contracts/proof/evidence/state.ts
var readState = (stateRoot, { chain, account, categories, proof }) => {
  const contract = proven(
    "the contract",
    () => verifyAccountProof(stateRoot, bytesOf(chain.contract), bytesIn3(proof.contract))
  );
  if (contract === null) {
    throw new EvidenceRefused(
      "state-unproven",
      `In this block there is no contract ${chain.contract}: the file is of another ledger.`
    );
  }
  if (hexOf(contract.codeHash) !== chain.codeHash) {
    throw new EvidenceRefused(
      "code-differs",
      `The contract's code has the hash ${hexOf(contract.codeHash)} in this block, not ${chain.codeHash}: other rules may hold there than those that are checked here.`
    );
  }
  const slot = (what, at, nodes2) => proven(what, () => verifyStorageProof(contract.storageRoot, at, bytesIn3(nodes2)));
  return {
    head: slot("the account's fingerprint", headSlot(account), proof.head),
    standing: standingIn(slot("the account's balance", standingSlot(account), proof.standing)),
    categories: new Map(
      categories.map(({ category }, i) => {
        const at = headSlot(accountOfCategory(category));
        return [category, slot(`category ${category}'s fingerprint`, at, proof.categories[i] ?? [])];
      })
    )
  };
};
var bytesIn3 = (nodes2) => nodes2.map((node) => bytesOf(node));
var proven = (what, prove) => {
  try {
    return prove();
  } catch (cause) {
    if (!(cause instanceof ProofRefused || cause instanceof NotHex)) throw cause;
    const reason = cause instanceof ProofRefused ? cause.reason : "half a byte";
    throw new EvidenceRefused(
      "state-unproven",
      `The proof of ${what} in this block does not hold (${reason}): it was altered, cut, or is of another block.`,
      cause
    );
  }
};

// contracts/proof/evidence/statement.ts
var statementOf = ({ account, bill: bill2, later }, events, audit, { header, hash, parties, of }) => {
  const day = dayInIndia(header.timestamp);
  const { bills, balance } = poolOf(events, day);
  const pooled = new Map(bills.map((each) => [each.number, each]));
  return {
    account,
    code: codeOf(account),
    bill: bill2,
    block: header.number,
    blockHash: hash,
    timestamp: header.timestamp,
    day,
    parties,
    ofParties: of,
    entries: events.length,
    later: countsOf(later.map(({ event: event2 }) => event2)),
    balance: later.length === 0 ? balance : null,
    bills: audit.bills.flatMap(({ number: number2, start, end, wh: wh2, amount, dueDay, isEstimated }) => {
      const standing = pooled.get(number2);
      const isAsked = bill2 === null || bill2 === number2;
      if (standing === void 0 || !isAsked) return [];
      return [{ number: number2, start, end, wh: wh2, amount, dueDay, isEstimated, standing }];
    }),
    payments: paymentsIn(events),
    remarks: audit.remarks.map(({ seq, message }) => `Entry ${seq}: ${message}.`)
  };
};
var paidIn = ({ payments }) => paise(payments.reduce((sum3, { amount, isReversed }) => sum3 + (isReversed ? 0n : amount), 0n));
var paymentsIn = (events) => {
  const reversed = new Set(
    events.flatMap(
      (event2) => event2.name === "PaymentReversed" ? [event2.fields.receiptReference] : []
    )
  );
  return events.flatMap((event2) => {
    if (event2.name !== "PaymentMade") return [];
    const { amount, channel, receiptReference, balance } = event2.fields;
    const isReversed = channel !== 0 && reversed.has(receiptReference);
    return [{ seq: event2.seq, amount, channel, isReversed, balance }];
  });
};
var countsOf = (names) => {
  const counts = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
};

// contracts/proof/evidence/verify.ts
var verifyEvidence = (text2, trust) => {
  try {
    const evidence = readEvidence(text2);
    requireSigners(evidence.chain.signers);
    const block2 = readSealedBlock(evidence.headers, evidence.chain.signers);
    const from = block2.header.number;
    if (trust !== null) {
      requireTrusted(evidence.chain, trust, { from, to: from + evidence.headers.length - 1 });
    }
    return judge(evidence, block2, trust !== null);
  } catch (error) {
    if (error instanceof EvidenceRefused) return refused(error);
    const what = error instanceof Error ? error.message : String(error);
    return refused({
      code: "unforeseen",
      message: `Something in it can't be dealt with (${what}): it was altered, or made to confuse.`
    });
  }
};
var refused = ({ code, message }) => ({
  outcome: "refused",
  reasons: [{ code, message }]
});
var judge = (evidence, block2, isPinned) => {
  const { account, entries: entries2, later, chain } = evidence;
  if (isReserved(account)) {
    throw new EvidenceRefused("entry-misplaced", `${account} is no consumer's account.`);
  }
  const state = readState(block2.header.stateRoot, evidence);
  const history = readHistory(account, entries2, later);
  requireHead(`account ${codeOf(account)}`, history, state.head);
  const tariffs = readTariffs(evidence, state.categories);
  const audit = new Audit((category) => tariffs.get(category) ?? []);
  for (const event2 of history.events) audit.take(event2);
  audit.end();
  requireCategories(evidence, audit);
  requireScope(evidence, history.events);
  const reasons = [
    ...audit.findings.map(({ seq, message }) => contradicted(seq, message)),
    ...differences(evidence, history, audit.standing, state.standing)
  ];
  const [first, ...others] = reasons;
  if (first !== void 0) return { outcome: "refused", reasons: [first, ...others] };
  const outcome = chain.signers.length === 0 ? "practice" : isPinned ? "proven" : "unpinned";
  return { outcome, statement: statementOf(evidence, history.events, audit, block2) };
};
var readTariffs = ({ categories, proof }, heads) => {
  if (proof.categories.length !== categories.length) {
    throw new EvidenceRefused(
      "state-unproven",
      `It proves ${proof.categories.length} categories and shows ${categories.length}: one was left out or added.`
    );
  }
  return new Map(
    categories.map(({ category, entries: entries2 }) => {
      const history = readHistory(accountOfCategory(category), entries2);
      requireHead(`category ${category}`, history, heads.get(category) ?? new Uint8Array(32));
      return [category, tariffsIn(category, history.events)];
    })
  );
};
var tariffsIn = (category, events) => {
  const tariffs = /* @__PURE__ */ new Map();
  for (const event2 of events) {
    if (event2.name === "RateSet") tariffs.set(event2.fields.tariff, tariffOfRate(event2.fields));
    else if (event2.name === "RateWithdrawn") tariffs.delete(event2.fields.tariff);
    else {
      throw new EvidenceRefused(
        "entry-misplaced",
        `Entry ${event2.seq} of category ${category} is ${event2.name}, which belongs to no category.`
      );
    }
  }
  return [...tariffs.values()];
};
var requireCategories = ({ categories }, audit) => {
  const shown3 = categories.map(({ category }) => category).join(", ");
  const needed = audit.categories.join(", ");
  if (shown3 === needed) return;
  throw new EvidenceRefused(
    "categories-differ",
    `It shows the tariffs of the categories ${shown3 || "none"}; the account agreed to ${needed || "none"}.`
  );
};
var requireScope = ({ bill: bill2, later }, events) => {
  const isThere = events.some(
    (event2) => event2.name === "BillIssued" && event2.fields.number === bill2
  );
  if (bill2 !== null && !isThere) {
    throw new EvidenceRefused("no-such-bill", `It is about bill ${bill2}, which is not in it.`);
  }
  if (bill2 !== null && entriesFor(events, bill2) !== events.length) {
    throw new EvidenceRefused(
      "shows-more",
      `It shows more entries than are needed for bill ${bill2}: it was put together from another file.`
    );
  }
  if (later.length === 0) return;
  const name = hidden(later.map(({ event: event2 }) => event2));
  if (bill2 !== null && name === void 0 && isSettledFor(events, bill2)) return;
  throw new EvidenceRefused(
    "later-hides",
    bill2 === null ? "It is about a whole account, but shows its last entries by their hash only." : `It hides entries that may change bill ${bill2} (${name ?? "the bill is not settled, or a dispute is open"}): ask for a complete one.`
  );
};
var contradicted = (seq, message) => ({
  code: "rules-contradicted",
  message: `Entry ${seq} contradicts the rules, and it stands so on the chain: ${message}.`
});
var differences = ({ later }, { seq }, here, onChain) => {
  const members2 = later.length === 0 ? Object.keys(words2) : [];
  const count2 = (name) => later.filter(({ event: event2 }) => event2 === name).length;
  const expected = later.length === 0 ? here : {
    ...here,
    seq,
    bills: here.bills + count2("BillIssued"),
    terms: here.terms + count2("AgreementAccepted")
  };
  return [.../* @__PURE__ */ new Set([...members2, "seq", "bills", "terms"])].flatMap(
    (member) => expected[member] === onChain[member] ? [] : [
      {
        code: "standing-differs",
        message: `By its entries the account has ${words2[member]} ${shown2(expected[member])}, but the contract has ${shown2(onChain[member])}.`
      }
    ]
  );
};
var words2 = {
  seq: "a last entry numbered",
  balance: "a balance of",
  register: "a last register of (Wh)",
  realDay: "a last real reading on day",
  bills: "a number of bills of",
  terms: "a number of terms of",
  estimates: "a number of estimates in a row of",
  isClosed: "as its being closed",
  isPending: "as something pending"
};
var shown2 = (value) => typeof value === "bigint" ? `${value}` : String(value);

// contracts/proof/evidence/file.ts
var LARGEST2 = 64 * 2 ** 20;
var verifyFile = async (evidence, trust) => {
  const trusted = trust === null ? null : await readTrustFile(trust);
  try {
    return verifyEvidence(await textOf2(evidence), trusted);
  } catch {
    return {
      outcome: "refused",
      reasons: [
        {
          code: "not-json",
          message: "It is no evidence file: its bytes are no text, or it was cut. Get it anew."
        }
      ]
    };
  }
};
var readTrustFile = async (bytes3) => {
  try {
    return readTrust(await textOf2(bytes3));
  } catch (cause) {
    const reason = cause instanceof EvidenceRefused ? cause.message : "It is no text.";
    throw new UnreadableTrust(reason, cause);
  }
};
var textOf2 = async (bytes3) => {
  const isPacked = bytes3[0] === 31 && bytes3[1] === 139;
  const unpacked = isPacked ? await unpack(bytes3) : bytes3;
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(unpacked);
};
var unpack = async (bytes3) => {
  const packed = new Blob([new Uint8Array(bytes3)]).stream();
  const reader = packed.pipeThrough(new DecompressionStream("gzip")).getReader();
  const chunks = [];
  let length = 0;
  for (; ; ) {
    const { value, done } = await reader.read();
    if (done) return new Uint8Array(await new Blob(chunks).arrayBuffer());
    length += value.length;
    if (length > LARGEST2) throw new RangeError(`It unpacks to more than ${LARGEST2} bytes.`);
    chunks.push(value);
  }
};
var UnreadableTrust = class extends Error {
  name = "UnreadableTrust";
  constructor(reason, cause) {
    super(`The trust file can't be used. ${reason}`, { cause });
  }
};

// contracts/proof/evidence/words.ts
var exitCodeOf = ({ outcome }) => outcome === "proven" ? 0 : outcome === "refused" ? 1 : 2;
var tell = (verdict) => verdict.outcome === "refused" ? {
  title: verdict.reasons.some(({ code }) => code === "rules-contradicted") ? "Refused: the ledger itself breaks the rules. Show this file to the regulator." : "Refused: this file proves nothing.",
  sentences: verdict.reasons.map(({ message }) => message),
  warnings: [],
  table: []
} : {
  title: titleOf(verdict.outcome, verdict.statement),
  sentences: sentencesOf(verdict.statement),
  warnings: [...warningOf[verdict.outcome], ...verdict.statement.remarks],
  table: [headings, ...verdict.statement.bills.map(rowOf)]
};
var toldLines = ({ title, sentences, warnings, table }) => {
  const widths = (table[0] ?? []).map(
    (_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))
  );
  const lines = table.map(
    (row) => row.map(
      (cell, i) => i < 2 || i > 4 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)
    ).join("  ").trimEnd()
  );
  const mark = sentences.length > 0 && table.length > 0 ? "\u2713" : "\u2717";
  return [
    title,
    ...sentences.map((sentence) => `${mark} ${sentence}`),
    ...lines.length === 0 ? [] : ["", ...lines],
    ...warnings.length === 0 ? [] : ["", ...warnings.map((warning) => `! ${warning}`)]
  ];
};
var verdictJson = (verdict) => JSON.stringify(
  { ...verdict, exitCode: exitCodeOf(verdict), told: tell(verdict) },
  (_, value) => typeof value === "bigint" ? String(value) : value
);
var titleOf = (outcome, statement) => {
  const { account, bill: bill2, block: block2, day } = statement;
  const what = `${bill2 === null ? "Account" : `Bill ${bill2} of account`} ${codeOf(account)}, as of block ${count(block2)} (${dayWords(day)})`;
  return {
    proven: `Proven. ${what}.`,
    unpinned: `It holds, but nobody vouches for its chain. ${what}.`,
    practice: `Practice: no party sealed this. ${what}.`
  }[outcome];
};
var warningOf = {
  proven: [],
  unpinned: [
    "No trust file was given, so the parties named above are only what this file says of itself: anyone can make up three. Take the trust file that a party you trust has published."
  ],
  practice: [
    "It comes from a chain for practice, which whoever runs it can write as they like: it is evidence of nothing."
  ]
};
var sentencesOf = (statement) => {
  const { bill: bill2, bills, parties, ofParties, entries: entries2, balance, blockHash } = statement;
  const isOne = bills.length === 1;
  return [
    ofParties === 0 ? `Block ${blockHash} is what the entries are proven against.` : `Sealed by ${listed(parties.map((party) => partyWords[party]))}: ${parties.length} of ${ofParties} parties vouch for block ${blockHash}.`,
    laterOf(statement) === "" ? `Nothing is left out: its ${counted(entries2, "entry", "entries")} give the fingerprint that this block's state has.` : `Nothing is left out up to entry ${count(entries2)}, and nothing after it can change this bill: after it came ${laterOf(statement)}, which are shown by their hash only.`,
    bills.length === 0 ? "No bill was issued yet." : `${bill2 === null ? isOne ? "The bill was" : `All ${count(bills.length)} bills were` : "This bill and all before it were"} worked out anew from readings and tariffs, and every correction from what it corrects: they agree to the paisa.`,
    paid(statement),
    ...balance === null ? [] : [owed(balance)]
  ];
};
var paid = (statement) => {
  const { length } = statement.payments.filter(({ isReversed }) => !isReversed);
  return length === 0 ? "Nothing was paid." : `Paid: ${formatRupees(paidIn(statement))} in ${counted(length, "payment")}.`;
};
var owed = (balance) => balance > 0n ? `Owed by the account: ${formatRupees(paise(balance))}.` : balance === 0n ? "Nothing is owed." : `The account has a credit of ${formatRupees(paise(0n - balance))}.`;
var headings = ["Bill", "Period", "Units", "Amount", "Left", "Status"];
var rowOf = ({ number: number2, start, end, wh: wh2, amount, isEstimated, standing }) => [
  String(number2),
  periodWords(start, end),
  `${formatKWh(wh2)} kWh`,
  formatRupees(amount),
  formatRupees(standing.left),
  [
    standing.status,
    ...isEstimated ? ["estimated"] : [],
    ...standing.isRevised ? [`revised, asks ${formatRupees(standing.asks)}`] : [],
    ...standing.dispute === null ? [] : [standing.dispute.outcome === null ? "disputed" : `dispute ${standing.dispute.outcome}`]
  ].join(", ")
];
var laterOf = ({ later }) => listed(
  Object.entries(later).map(([name, number2]) => {
    const [one, many] = laterWords[name] ?? [name, name];
    return counted(number2, one, many);
  })
);
var laterWords = {
  AgreementProposed: ["proposal", "proposals"],
  AgreementAccepted: ["agreement", "agreements"],
  MeterInstalled: ["meter", "meters"],
  ConsumptionRecorded: ["reading", "readings"],
  ChargeApplied: ["charge", "charges"],
  BillIssued: ["bill", "bills"],
  PaymentMade: ["payment", "payments"]
};
var partyWords = {
  board: "the board",
  consumer: "the consumers' forum",
  regulator: "the regulator"
};
var listed = (words3) => words3.length < 2 ? words3.join("") : `${words3.slice(0, -1).join(", ")} and ${words3.at(-1)}`;
var counted = (number2, one, many = `${one}s`) => `${count(number2)} ${number2 === 1 ? one : many}`;
var count = (number2) => decimalText(BigInt(number2), 0, 0);

// contracts/proof/evidence/standalone.ts
var USAGE = `Verifies wattledger evidence: without a network, without the portal, without trusting who gave it to you.

  node verify.mjs FILE [--trust FILE] [--json]

  FILE           evidence of an account or a bill, .json or .json.gz
  --trust FILE   what a party of the network has published: which chain, who seals, how new it must be
  --json         the verdict as JSON

Exit codes: 0 all of it holds \xB7 1 refused \xB7 2 nobody vouches for its chain (practice, or no trust file) \xB7 5 unreadable file`;
var main = async (words3) => {
  const { parseArgs } = await import("node:util");
  const { readFile } = await import("node:fs/promises");
  let asked2;
  try {
    asked2 = parseArgs({
      args: [...words3],
      allowPositionals: true,
      options: {
        trust: { type: "string" },
        json: { type: "boolean" },
        help: { type: "boolean", short: "h" }
      }
    });
  } catch {
    asked2 = null;
  }
  const [file, ...others] = asked2?.positionals ?? [];
  if (asked2 === null || asked2.values.help === true || file === void 0 || others.length > 0) {
    process.stdout.write(`${USAGE}
`);
    return asked2?.values.help === true ? 0 : 5;
  }
  try {
    const trust = asked2.values.trust === void 0 ? null : await readFile(asked2.values.trust);
    const verdict = await verifyFile(await readFile(file), trust);
    const lines = asked2.values.json === true ? verdictJson(verdict) : toldLines(tell(verdict)).join("\n");
    process.stdout.write(`${lines}
`);
    return exitCodeOf(verdict);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}
`);
    return 5;
  }
};
var isRun = async () => {
  if (typeof process === "undefined" || process.argv[1] === void 0) return false;
  const { realpathSync } = await import("node:fs");
  const { fileURLToPath } = await import("node:url");
  return import.meta.url.startsWith("file:") && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url);
};
if (await isRun()) process.exitCode = await main(process.argv.slice(2));
export {
  UnreadableTrust,
  tell,
  verifyFile
};

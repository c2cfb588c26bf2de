/**
 * Every code a model, its inputs or its requested outputs can be refused with, and what each means in one line.
 *
 * Codes are stable: messages may be reworded, codes may not.
 */
export const modelErrorCodes = {
  "E-LIMIT": "The model exceeds a size limit: text, names, nesting, states or compiled size",
  "E-CHARACTER": "A character that does not belong to the model language",
  "E-NUMBER": "A number that is malformed or cannot be held in double precision",
  "E-SYNTAX": "A statement or expression that does not follow the grammar",
  "E-RESERVED-NAME": "A word of the language used as the name of a quantity",
  "E-FUNCTION-UNKNOWN": "A call to a function the language does not have",
  "E-FUNCTION-ARGUMENTS": "A function called with too few or too many arguments",
  "E-NAME-UNKNOWN": "A name that is neither assigned, a state, nor a declared input",
  "E-NAME-UNASSIGNED": "A name read before it is assigned, or assigned in only some branches",
  "E-INPUT-NAME": "A declared input whose name the language cannot read",
  "E-INPUT-DUPLICATE": "An input declared twice",
  "E-INPUT-ASSIGNED": "A declared input that the model assigns or uses as a state",
  "E-INPUT-UNUSED": "A declared input that the model never reads",
  "E-INPUT-UNIT": "A random effect (eta) declared with a unit other than 1",
  "E-STATE-UNKNOWN": "An initial value or dosing property of something that is not a state",
  "E-STATE-ASSIGNED": "A state assigned like a variable",
  "E-STATE-TWICE": "A derivative, initial value or dosing property given twice on one path",
  "E-STATE-PARTIAL": "A derivative, initial value or dosing property given in only some branches",
  "E-STATE-UNIT": "A state whose derivative carries no unit comment",
  "E-INITIAL-DEPENDS": "An initial value that depends on time or on a state",
  "E-CONDITION": "A number where a condition is needed",
  "E-UNIT-SYNTAX": "A unit that does not follow the unit grammar",
  "E-UNIT-UNKNOWN": "A unit symbol the language does not know",
  "E-UNIT-ANNOTATION": "A unit comment that does not belong to exactly one statement",
  "E-UNIT-MISMATCH": "Quantities of different dimensions added, compared, assigned or passed to a function",
  "E-UNIT-SCALE": "Quantities of one dimension but different units, such as 1/min for 1/h",
  "E-UNIT-EXPONENT": "A quantity with a unit raised to a power that is not a whole number written out",
  "E-OUTPUT-UNKNOWN": "A requested output that the model does not assign on every path",
  "E-OUTPUT-DUPLICATE": "An output requested twice",
} as const;

/** One of the keys of `modelErrorCodes`. */
export type ModelErrorCode = keyof typeof modelErrorCodes;

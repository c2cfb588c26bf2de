# Writes R values as JSON with 17 significant digits, so that every double is read back bit for bit (jsonlite stops at 15).
# Lists with names become objects, other lists arrays; vectors of length one become bare values unless wrapped in I().
# NA and NULL become null; infinities, which JSON lacks, become the strings "Infinity" and "-Infinity".

json_scalar <- function(value) {
  if (is.na(value)) return("null")
  if (is.logical(value)) return(if (value) "true" else "false")
  if (is.character(value)) return(paste0("\"", gsub("([\"\\\\])", "\\\\\\1", value), "\""))
  if (is.infinite(value)) return(if (value > 0) "\"Infinity\"" else "\"-Infinity\"")
  if (value == 0) return("0") # R tells -0 from 0 when printing, JSON readers then do too
  short <- sprintf("%.15g", value)
  if (as.numeric(short) == value) short else sprintf("%.17g", value)
}

json_text <- function(value) {
  if (is.null(value)) return("null")
  if (is.factor(value)) value <- as.character(value)
  if (is.matrix(value)) value <- lapply(seq_len(nrow(value)), function(i) I(unname(value[i, ])))
  if (is.list(value)) {
    parts <- vapply(value, json_text, "")
    if (is.null(names(value))) return(paste0("[", paste(parts, collapse = ","), "]"))
    keys <- vapply(names(value), json_scalar, "")
    return(paste0("{", paste0(keys, ":", parts, collapse = ","), "}"))
  }
  parts <- vapply(unclass(value), json_scalar, "")
  if (length(value) == 1 && !inherits(value, "AsIs")) parts else paste0("[", paste(parts, collapse = ","), "]")
}

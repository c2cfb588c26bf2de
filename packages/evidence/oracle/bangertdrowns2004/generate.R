source(file.path(dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE))), "../metafor.R"))

dat <- dat.bangertdrowns2004
dat <- dat[complete.cases(dat[, c("length", "wic", "feedback", "info", "pers", "imag", "meta")]), ]
yi <- as.numeric(dat$yi)
vi <- dat$vi
length_weeks <- numeric_moderator("length", dat$length)
grade <- category_moderator("grade", paste("grade", dat$grade), "grade 1")
meta <- numeric_moderator("metacognition", dat$meta)

record_pooling(yi, vi)
record_regression(yi, vi, list(length_weeks, meta), at = cbind(c(4, 15), c(0, 1)))
record_regression(yi, vi, list(grade))
record_regression(yi, vi, list(grade, length_weeks, numeric_moderator("sample size", dat$ni)), methods = c("PM", "SJ", "HE", "EB"), tests = c("t", "adhoc"))
record_influence(yi, vi, "REML", "z", list(length_weeks, meta))
record_asymmetry(yi, vi)
record_trim_and_fill(yi, vi)
write_case(effects = data_of(paste(dat$author, dat$year), yi, vi))

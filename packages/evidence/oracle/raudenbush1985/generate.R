source(file.path(dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE))), "../metafor.R"))

dat <- dat.raudenbush1985
yi <- as.numeric(dat$yi)
vi <- dat$vi
# Weeks of contact before the expectation was induced, cut at 3 as in Raudenbush 2009.
weeks <- numeric_moderator("weeks", pmin(dat$weeks, 3))
setting <- category_moderator("setting", dat$setting, "group")

record_pooling(yi, vi)
record_regression(yi, vi, list(weeks), at = cbind(0:3))
record_regression(yi, vi, list(setting, weeks), methods = c("REML", "DL"))
record_subgroups(yi, vi, dat$tester)
record_omissions(yi, vi)
record_influence(yi, vi)
record_influence(yi, vi, "REML", "knha", list(weeks))
record_asymmetry(yi, vi)
record_trim_and_fill(yi, vi)
write_case(effects = data_of(paste(dat$author, dat$year), yi, vi))

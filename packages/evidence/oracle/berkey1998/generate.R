source(file.path(dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE))), "../metafor.R"))
source(file.path(here, "../multilevel.R"))

# Two outcomes in each of five trials, with known covariances of their sampling errors.
dat <- dat.berkey1998
yi <- as.numeric(dat$yi)
V <- vcalc(vi = 1, cluster = author, rvars = c(v1i, v2i), data = dat)
outcome <- category_moderator("outcome", dat$outcome, "AL")
levels <- list(trial = dat$trial, effect = paste(dat$trial, dat$outcome))

record_multilevel("two outcomes REML", yi, V, levels, moderators = list(outcome), clusters = dat$trial)
record_multilevel("two outcomes ML", yi, V, levels, moderators = list(outcome), method = "ML", clusters = dat$trial)
record_multilevel("trials alone", yi, V, levels["trial"], moderators = list(outcome, numeric_moderator("year", dat$year)), clusters = dat$trial)
write_case(effects = data_of(paste(dat$author, dat$year, dat$outcome), yi, diag(V)))

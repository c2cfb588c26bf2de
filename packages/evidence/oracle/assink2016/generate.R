source(file.path(dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE))), "../metafor.R"))
source(file.path(here, "../multilevel.R"))

dat <- dat.assink2016
yi <- as.numeric(dat$yi)
levels <- list(study = dat$study, effect = paste(dat$study, "/", dat$esid))
# Effects of one study share juveniles; their sampling errors are taken to correlate at 0.6.
V <- vcalc(vi, cluster = study, obs = esid, data = dat, rho = 0.6)
published <- numeric_moderator("published", dat$pubstatus)
kind <- category_moderator("delinquency", dat$deltype, "general")

record_multilevel("independent sampling errors", yi, dat$vi, levels, clusters = dat$study)
record_multilevel("correlated sampling errors", yi, V, levels, clusters = dat$study, profile = FALSE)
record_multilevel("with moderators", yi, dat$vi, levels, moderators = list(published, kind), clusters = dat$study, profile = FALSE)
record_multilevel("with moderators ML", yi, dat$vi, levels, moderators = list(kind), method = "ML", test = "z", profile = FALSE)
write_case(effects = data_of(paste("study", dat$study, "effect", dat$esid), yi, dat$vi))

source(file.path(dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE))), "../metafor.R"))

dat <- dat.linde2005
dat <- dat[complete.cases(dat[, c("ai", "ci", "duration")]), ]
e <- escalc(measure = "RR", ai = ai, n1i = n1i, ci = ci, n2i = n2i, data = dat)
yi <- as.numeric(e$yi)
record_tables(dat$ai, dat$n1i, dat$ci, dat$n2i)
record_pooling(yi, e$vi, methods = c("DL", "REML", "PM"))
record_subgroups(yi, e$vi, paste("group", dat$group))
record_regression(yi, e$vi, list(category_moderator("group", paste("group", dat$group), "group 3"), numeric_moderator("duration", dat$duration)))
record_influence(yi, e$vi)
label <- paste(dat$study, dat$year)
write_case(effects = data_of(label, yi, e$vi), tables = tables_of(label, dat$ai, dat$n1i, dat$ci, dat$n2i))

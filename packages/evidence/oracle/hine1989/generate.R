source(file.path(dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE))), "../metafor.R"))

dat <- escalc(measure = "RD", ai = ai, n1i = n1i, ci = ci, n2i = n2i, data = dat.hine1989)
yi <- as.numeric(dat$yi)
record_tables(dat$ai, dat$n1i, dat$ci, dat$n2i)
record_pooling(yi, dat$vi)
write_case(effects = data_of(dat$source, yi, dat$vi), tables = tables_of(dat$source, dat$ai, dat$n1i, dat$ci, dat$n2i))

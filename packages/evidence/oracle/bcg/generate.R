source(file.path(dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE))), "../metafor.R"))

dat <- escalc(measure = "RR", ai = tpos, bi = tneg, ci = cpos, di = cneg, data = dat.bcg)
label <- paste(dat$author, dat$year)
record_pooling(dat$yi, dat$vi)
write_case(effects = data_of(label, dat$yi, dat$vi))

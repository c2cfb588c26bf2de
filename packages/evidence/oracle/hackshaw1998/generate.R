source(file.path(dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE))), "../metafor.R"))

dat <- dat.hackshaw1998
yi <- as.numeric(dat$yi)
vi <- dat$vi
record_pooling(yi, vi)
record_subgroups(yi, vi, dat$design, "DL", "z")
record_accumulation(yi[order(dat$year)], vi[order(dat$year)])
analyses[[length(analyses)]]$order <- I(order(dat$year) - 1)
record_asymmetry(yi, vi)
record_trim_and_fill(yi, vi)
record_trim_and_fill(yi, vi, methods = "EE", side = "right")
write_case(effects = data_of(paste(dat$author, dat$year), yi, vi))

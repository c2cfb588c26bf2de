source(file.path(dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE))), "../metafor.R"))
source(file.path(here, "../multilevel.R"))

dat <- dat.collins1985b
dat <- escalc(measure = "OR", ai = pre.xti, n1i = pre.nti, ci = pre.xci, n2i = pre.nci, data = dat)
yi <- as.numeric(dat$yi)
record_pooling(yi, dat$vi)
# The multilevel model with one effect a study is the ordinary one; its profile likelihood intervals are those of Viechtbauer 2007.
record_multilevel("profile REML", yi, dat$vi, list(study = dat$id))
record_multilevel("profile ML", yi, dat$vi, list(study = dat$id), method = "ML")
record_tables(dat$pre.xti, dat$pre.nti, dat$pre.xci, dat$pre.nci)
label <- paste(dat$author, dat$year)
write_case(effects = data_of(label, yi, dat$vi), tables = tables_of(label, dat$pre.xti, dat$pre.nti, dat$pre.xci, dat$pre.nci))
